"""The only place that knows MkDocs: thin plugins that hand its events to the other rooms."""
