"""The same tables in PySpark."""


def register_views(spark, lake, run="latest"):
    """Registers the views days, resets and bars of a run in a PySpark session; returns the id of the run.

    The session needs Tapelake's application jar and the settings of Delta, as bin/spark-submit gives them.
    """
    return spark._jvm.io.tapelake.jobs.LakeViews.register(spark._jsparkSession, str(lake), run or "latest")
