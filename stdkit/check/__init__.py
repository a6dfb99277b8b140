"""The drafting rules: each looks at what is meant, none at how it was typed.

Goes in: a ``ResolvedSet``. Comes out: diagnostics, weighed by stage, house and profile, less what is waived.
"""
