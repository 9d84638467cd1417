package org.overread.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.overread.registry.Actor;

/** The Java process and its pool of connections. */
@ApplicationScoped
class MachineFigures implements Source {
    private static final String POOL = "jboss.as:subsystem=datasources,data-source=overread,statistics=pool";

    @Override
    public void tell(Actor actor, Exposition text) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        text.gauge("process_start_time_seconds", "When the process began, in seconds since 1970.")
                .sample(runtime.getStartTime() / 1000.0);
        text.counter("process_cpu_seconds_total", "Processor time of the process.")
                .sample(ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1000.0);
        text.gauge("jvm_threads_current", "Threads of the Java process.")
                .sample(ManagementFactory.getThreadMXBean().getThreadCount());
        memory(text);
        collections(text);
        pool(text, ManagementFactory.getPlatformMBeanServer());
    }

    private static void memory(Exposition text) {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.gauge("jvm_memory_used_bytes", "Memory that objects and code take.")
                .sample(heap.getUsed(), "area", "heap")
                .sample(other.getUsed(), "area", "nonheap");
        text.gauge("jvm_memory_committed_bytes", "Memory that the system has given.")
                .sample(heap.getCommitted(), "area", "heap")
                .sample(other.getCommitted(), "area", "nonheap");
        text.gauge("jvm_memory_max_bytes", "Memory that may be taken; -1 where there is no limit.")
                .sample(heap.getMax(), "area", "heap")
                .sample(other.getMax(), "area", "nonheap");
    }

    private static void collections(Exposition text) {
        var collectors = ManagementFactory.getGarbageCollectorMXBeans();
        var runs = text.counter("jvm_gc_runs_total", "Collections of garbage.");
        collectors.forEach(collector -> runs.sample(collector.getCollectionCount(), "collector", collector.getName()));
        var seconds = text.counter("jvm_gc_seconds_total", "Time spent collecting garbage.");
        collectors.forEach(
                collector -> seconds.sample(collector.getCollectionTime() / 1000.0, "collector", collector.getName()));
    }

    /** As the application server tells it; nothing where there is none, as in tests. */
    private static void pool(Exposition text, MBeanServer beans) {
        try {
            var pool = new ObjectName(POOL);
            if (!beans.isRegistered(pool)) {
                return;
            }
            text.gauge("overread_database_connections", "Connections to the database.")
                    .sample(number(beans, pool, "ActiveCount"), "state", "open")
                    .sample(number(beans, pool, "InUseCount"), "state", "in_use")
                    .sample(number(beans, pool, "AvailableCount"), "state", "available");
            text.gauge("overread_database_waiting", "Requests that wait for a connection.")
                    .sample(number(beans, pool, "WaitCount"));
            text.counter("overread_database_timed_out_total", "Requests that waited in vain.")
                    .sample(number(beans, pool, "TimedOut"));
        } catch (JMException e) {
            throw new IllegalStateException("The pool cannot be read", e);
        }
    }

    private static double number(MBeanServer beans, ObjectName pool, String attribute) throws JMException {
        return Double.parseDouble(String.valueOf(beans.getAttribute(pool, attribute)));
    }
}
