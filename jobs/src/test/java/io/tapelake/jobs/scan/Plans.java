package io.tapelake.jobs.scan;

import io.tapelake.jobs.TestSpark;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;

/** Listens to what Spark executes. */
final class Plans {

    private Plans() {}

    /** Does work and notes the plans of its queries. */
    static <T> T during(List<String> plans, Callable<T> work) throws Exception {
        QueryExecutionListener listener = new QueryExecutionListener() {
            @Override
            public void onSuccess(String name, QueryExecution execution, long nanos) {
                plans.add(execution.toString());
            }

            @Override
            public void onFailure(String name, QueryExecution execution, Exception error) {
                plans.add(execution.toString());
            }
        };
        TestSpark.session().listenerManager().register(listener);
        try {
            T result = work.call();
            TestSpark.session().sparkContext().listenerBus().waitUntilEmpty();
            return result;
        } finally {
            TestSpark.session().listenerManager().unregister(listener);
        }
    }
}
