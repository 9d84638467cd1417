package org.overread.web.monitoring;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.Receipt;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;
import org.overread.web.shell.Numbers;

/**
 * Takes one file at a time and passes its bytes on as they come in, however large it is. What it shows meanwhile is
 * fetched by asking now and then, since the reading happens outside the page.
 */
final class FileUpload extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FileUpload.class.getName());
    private static final int ASK_EVERY_MILLIS = 500;

    private final transient Sending sending;
    private final RadioButtonGroup<BatchKind> kind = new RadioButtonGroup<>("What does the file hold?");
    private final Div progress = new Div();
    private final Span linesRead = new Span();
    private final Div result = new Div();
    private volatile BatchKind chosen = BatchKind.PREDICTIONS;
    private final transient Consumer<Receipt> received;

    /** Gives the bytes to whoever stores them. */
    interface Sending {
        Receipt send(BatchKind kind, IntakeBody body, IntakeProgress progress);
    }

    FileUpload(Sending sending, Consumer<Receipt> received) {
        this.sending = sending;
        this.received = received;
        kind.setItems(BatchKind.values());
        kind.setItemLabelGenerator(FileUpload::words);
        kind.setValue(chosen);
        kind.addValueChangeListener(event -> chosen = event.getValue());
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        progress.add(bar, linesRead);
        progress.setVisible(false);
        add(kind, upload(), progress, result);
    }

    private Upload upload() {
        var upload = new Upload(this::take);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setAcceptedFileTypes(".csv", ".ndjson", ".jsonl", ".gz");
        upload.setUploadButton(new Button("Choose a file"));
        upload.setDropLabel(new Span("Drop a CSV or NDJSON file here, compressed (.gz) or not"));
        upload.getElement().addEventListener("upload-start", event -> begin());
        upload.getElement().addEventListener("upload-success", event -> end());
        upload.getElement().addEventListener("upload-error", event -> end());
        upload.getElement().addEventListener("upload-abort", event -> end());
        return upload;
    }

    private void begin() {
        result.removeAll();
        linesRead.setText("The file is being read. You may leave this page open in another tab.");
        progress.setVisible(true);
        UI.getCurrent().setPollInterval(ASK_EVERY_MILLIS);
    }

    private void end() {
        progress.setVisible(false);
        UI.getCurrent().setPollInterval(-1);
    }

    /** Runs while the bytes come in and must not hold the page. */
    private void take(UploadEvent event) throws IOException {
        var ui = event.getUI();
        var name = event.getFileName();
        try (var body = event.getInputStream()) {
            var format = BodyFormat.ofFileName(name)
                    .orElseThrow(() -> new GovernanceException(
                            ErrorCode.UNREADABLE,
                            name + " was not read: its name must end in .csv, .ndjson or .jsonl, with .gz behind it"
                                    + " when it is compressed."));
            var receipt =
                    sending.send(chosen, new IntakeBody(body, format), (lines, bytes) -> ui.access(() -> tell(lines)));
            ui.access(() -> show(name, receipt));
        } catch (RuntimeException thrown) {
            var sentence = sentence(thrown);
            ui.access(() -> refuse(sentence));
            event.reject(sentence);
        }
    }

    private static String sentence(RuntimeException thrown) {
        if (Failure.of(thrown) instanceof GovernanceException refused) {
            return String.valueOf(refused.getMessage());
        }
        LOG.log(Level.SEVERE, "A file could not be taken in", thrown);
        return "Something went wrong on our side. Nothing of the file was stored. Please send it again.";
    }

    private void tell(long lines) {
        linesRead.setText(Numbers.count(lines) + " lines read so far.");
    }

    private void show(String name, Receipt receipt) {
        result.removeAll();
        result.add(new ReceiptPart(name, receipt));
        received.accept(receipt);
    }

    private void refuse(String sentence) {
        result.removeAll();
        var words = new Paragraph(sentence);
        words.addClassName("refusal");
        words.getElement().setAttribute("role", "alert");
        result.add(words);
    }

    private static String words(BatchKind kind) {
        return switch (kind) {
            case PREDICTIONS -> "Predictions";
            case OUTCOMES -> "Outcomes";
        };
    }
}
