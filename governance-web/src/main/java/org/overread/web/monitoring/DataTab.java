package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.integrity.Integrity;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.prediction.OutcomeIntake;
import org.overread.monitoring.prediction.PredictionIntake;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.Receipt;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Page;

/** Takes in files of predictions and outcomes, tells what became of each line, and whether what comes is as declared. */
@ApplicationScoped
class DataTab implements VersionTab {
    @Inject
    PredictionIntake predictions;

    @Inject
    OutcomeIntake outcomes;

    @Inject
    Integrity integrity;

    @Inject
    CurrentActor current;

    @Override
    public String key() {
        return "data";
    }

    @Override
    public String title() {
        return "Data";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.SEND_PREDICTIONS) || page.may(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var id = page.id();
        var received = new Div();
        Runnable tell = () -> {
            received.removeAll();
            if (page.may(Permission.READ_PERFORMANCE)) {
                received.add(new FeedPart(integrity.batches(current.actor(), id), integrity.days(current.actor(), id)));
            }
        };
        var tab = new Div();
        if (page.mayWithin(Permission.SEND_PREDICTIONS)) {
            tab.add(Page.section(
                    "Send a file",
                    Page.quiet("A line with a fault is refused and named; all others are stored, and sending the same"
                            + " file again stores nothing twice."),
                    new FileUpload((kind, body, progress) -> send(id, kind, body, progress), receipt -> tell.run())));
        }
        tab.add(received);
        tell.run();
        return tab;
    }

    private Receipt send(ModelVersionId id, BatchKind kind, IntakeBody body, IntakeProgress progress) {
        return switch (kind) {
            case PREDICTIONS -> predictions.accept(current.actor(), id, body, progress);
            case OUTCOMES -> outcomes.accept(current.actor(), id, body, progress);
        };
    }
}
