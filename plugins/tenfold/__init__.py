"""Tenfold: a checked, cross-linked knowledge base of inclusive practice.

The rooms, from the foundation up (imports point down this list, never up): `model`, `problems`, `loading`,
`layout`, `prose`, `library`, `checking`, `pages`, `ledger`, `changing`, `render`, `publishing`, `adapters`, `cli`.
"""
