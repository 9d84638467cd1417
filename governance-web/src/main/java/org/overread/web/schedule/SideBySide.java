package org.overread.web.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has work done side by side, so many at once in each lane, and never the same twice at once. The lanes do not wait for
 * each other, and nobody waits for them.
 */
@ApplicationScoped
class SideBySide {
    private static final int IDLE_SECONDS = 30;

    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ThreadFactory threads;

    private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @PreDestroy
    void stop() {
        lanes.values().forEach(ExecutorService::shutdownNow);
    }

    /** Has it done as soon as there is room in the lane; does nothing when the same is under way or waits. */
    void begin(String lane, int atOnce, String key, Runnable work) {
        if (!underWay.add(key)) {
            return;
        }
        try {
            lanes.computeIfAbsent(lane, _ -> lane(atOnce)).execute(() -> {
                try {
                    work.run();
                } finally {
                    underWay.remove(key);
                }
            });
        } catch (RejectedExecutionException e) {
            underWay.remove(key);
        }
    }

    private ExecutorService lane(int atOnce) {
        var lane = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }
}
