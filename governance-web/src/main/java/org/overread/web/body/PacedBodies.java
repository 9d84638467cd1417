package org.overread.web.body;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.overread.registry.GovernanceException;
import org.overread.web.api.Problem;

/**
 * Has every body keep to a least rate, a whole time and a size, before anything else sees its request, and every answer
 * be read at that rate. Without that, as many clients as the server has threads shut it for everybody by a byte now and then.
 *
 * @see "Decision 003: bodies that come slowly"
 */
public final class PacedBodies implements ServletExtension {
    /** What a sender is told. */
    record Told(int status, String type, String body) {
        /** Says so, and closes the connection: what else comes on it belongs to nothing. */
        void tell(HttpServerExchange exchange) {
            exchange.setPersistent(false);
            exchange.setStatusCode(status);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
            exchange.getResponseSender().send(body, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var rules = BodyRule.Rules.of(System.getenv());
        deployment.addInitialHandlerChainWrapper(next -> pacing(rules, PacedBodies::problem, next));
    }

    static HttpHandler pacing(BodyRule.Rules rules, Function<GovernanceException, Told> words, HttpHandler next) {
        return exchange -> {
            var reading = new BodyPace(rules.answers(), -1, System.nanoTime());
            exchange.addResponseWrapper((factory, _) -> new PacedAnswer(factory.create(), reading));
            if (exchange.isRequestComplete()) {
                next.handleRequest(exchange);
                return;
            }
            var pace = new BodyPace(
                    rules.at(exchange.getRelativePath()), exchange.getRequestContentLength(), System.nanoTime());
            exchange.addRequestWrapper((factory, _) -> new PacedBody(factory.create(), exchange, pace));
            var tooLarge = pace.fault(System.nanoTime());
            if (tooLarge.isPresent()) {
                words.apply(tooLarge.get()).tell(exchange);
                return;
            }
            HttpHandler gathering = ready -> new FirstBytes(ready, pace, next, words).gather();
            if (!exchange.isInIoThread()) {
                next.handleRequest(exchange);
            } else if (HttpContinue.requiresContinueResponse(exchange)) {
                HttpContinue.sendContinueResponse(exchange, new Then(gathering));
            } else {
                gathering.handleRequest(exchange);
            }
        };
    }

    private static Told problem(GovernanceException refused) {
        var problem = Problem.of(refused);
        return new Told(problem.status(), Problem.MEDIA_TYPE, problem.json());
    }

    /** Goes on once the sender has been told to. */
    private record Then(HttpHandler next) implements IoCallback {
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            exchange.dispatch(SameThreadExecutor.INSTANCE, next);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
            exchange.endExchange();
        }
    }
}
