"""A local copy made from nothing: asked for, checked, written as a folder that builds at once.

`asking` is the conversation, `answers` what was said and what is wrong with it, the other modules are the files.
"""
