package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.webhook.IssuedSecret;
import org.overread.monitoring.notify.webhook.Webhook;
import org.overread.monitoring.notify.webhook.WebhookDraft;
import org.overread.monitoring.notify.webhook.Webhooks;
import org.overread.registry.Permission;
import org.overread.web.api.WebhookShapes.DeliveryShape;
import org.overread.web.api.WebhookShapes.ModelsShape;
import org.overread.web.api.WebhookShapes.WebhookShape;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** The systems that are called when something happens to an alert, and what became of each call. */
@Chapter("Connections")
@Path("/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WebhooksResource {
    @Inject
    CurrentActor current;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @GET
    @Operation(
            id = "listWebhooks",
            says = "The systems that are called when something happens to an alert",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE)
    public List<WebhookShape> list() {
        return webhooks.all(current.actor()).stream().map(this::shape).toList();
    }

    @POST
    @Operation(
            id = "addWebhook",
            says = "Add a webhook; its secret is in this answer only. Calls are signed as Standard Webhooks 1.0",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    @Answer(status = 201, says = "The webhook with its secret", as = WebhookShape.class)
    public Response add(WebhookDraft draft) {
        var issued = webhooks.add(current.actor(), Parameters.given("webhook", draft));
        return Response.created(URI.create("webhooks/" + issued.webhook().id()))
                .entity(issued(issued))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            id = "getWebhook",
            says = "One webhook, without its secret",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE)
    public WebhookShape webhook(@PathParam("id") String id) {
        return shape(webhooks.webhook(current.actor(), Parameters.id(id)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            id = "removeWebhook",
            says = "Call a webhook never again, and let go of what waits for it",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE)
    public void remove(@PathParam("id") String id) {
        webhooks.remove(current.actor(), Parameters.id(id));
    }

    @PUT
    @Path("/{id}/models")
    @Operation(
            id = "setWebhookModels",
            says = "Tell a webhook from now on of these models only; of all when there are none",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE)
    public WebhookShape tellOf(@PathParam("id") String id, ModelsShape models) {
        var chosen = Parameters.given("models", models).models();
        return shape(webhooks.tellOf(current.actor(), Parameters.id(id), chosen));
    }

    @POST
    @Path("/{id}/pause")
    @Operation(
            id = "pauseWebhook",
            says = "Call a webhook no more until it is resumed; what happens meanwhile is never sent to it",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public WebhookShape pause(@PathParam("id") String id) {
        return shape(webhooks.pause(current.actor(), Parameters.id(id)));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(
            id = "resumeWebhook",
            says = "Call a webhook again from now on",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public WebhookShape resume(@PathParam("id") String id) {
        return shape(webhooks.resume(current.actor(), Parameters.id(id)));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            id = "retryWebhook",
            says = "Try a webhook's address again after it was given up, with all that was given up with it",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public WebhookShape retry(@PathParam("id") String id) {
        var webhook = webhooks.webhook(current.actor(), Parameters.id(id));
        deliveries.tryAgain(current.actor(), webhook.destination());
        return shape(webhook);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            id = "rotateWebhookSecret",
            says = "Give a webhook a new secret; the one before signs too for a day",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public WebhookShape rotate(@PathParam("id") String id) {
        return issued(webhooks.rotate(current.actor(), Parameters.id(id)));
    }

    @POST
    @Path("/{id}/test")
    @Operation(
            id = "testWebhook",
            says = "Put a test on its way to a webhook",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    @Answer(status = 202, says = "The delivery", as = DeliveryShape.class)
    public Response test(@PathParam("id") String id) {
        return Response.accepted(DeliveryShape.of(webhooks.test(current.actor(), Parameters.id(id))))
                .build();
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(
            id = "listDeliveries",
            says = "What was last sent to a webhook, with every try and its answer, the newest first",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE)
    public List<DeliveryShape> deliveries(@PathParam("id") String id) {
        return webhooks.deliveries(current.actor(), Parameters.id(id)).stream()
                .map(DeliveryShape::of)
                .toList();
    }

    /** Sends a delivery once more, under the same id. */
    @POST
    @Path("/{id}/deliveries/{delivery}")
    @Operation(
            id = "sendDeliveryAgain",
            says = "Send a delivery once more, under the same id",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    @Answer(status = 202, says = "The delivery", as = DeliveryShape.class)
    public Response sendAgain(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        var again = deliveries.sendAgain(current.actor(), own(id, delivery));
        return Response.accepted(DeliveryShape.of(again)).build();
    }

    /** Lets go of a delivery that was given up. */
    @DELETE
    @Path("/{id}/deliveries/{delivery}")
    @Operation(
            id = "letGoOfDelivery",
            says =
                    "Let go of a delivery that was given up, so that nobody waits for it any more; it is kept for 90 days more",
            needs = Permission.MANAGE_CONNECTIONS,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public void letGo(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        deliveries.letGo(current.actor(), own(id, delivery));
    }

    private UUID own(String id, String delivery) {
        var webhook = webhooks.webhook(current.actor(), Parameters.id(id));
        return deliveries
                .to(current.actor(), webhook.destination(), Parameters.id(delivery))
                .id();
    }

    private WebhookShape shape(Webhook webhook) {
        return WebhookShape.of(webhook, standing(webhook), null);
    }

    private WebhookShape issued(IssuedSecret issued) {
        return WebhookShape.of(issued.webhook(), standing(issued.webhook()), issued.secret());
    }

    private Receiver standing(Webhook webhook) {
        return deliveries.standing(current.actor(), webhook.destination());
    }
}
