"""The same comparison on a cluster: texts and postings as Parquet in, comparisons equal to those of one machine out."""
