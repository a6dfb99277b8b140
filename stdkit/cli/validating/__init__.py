"""What ``validate`` does, step by step: read and judge the set, choose the findings, write the report."""
