package org.overread.web.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.overread.monitoring.prediction.Prediction;

/**
 * The writer of differential diagnoses for internal medicine. Version 1 now and then suggests something that does not
 * follow from what it was given; version 2, with another prompt, says what speaks against its own first guess.
 */
final class ClinicalReasoning {
    static final String ID = "clinical-reasoning";

    private record Topic(
            String complaint, String likely, String because, String other, String against, String next, String wrong) {}

    private static final List<Topic> TOPICS = List.of(
            new Topic(
                    "shortness of breath on exertion and swollen ankles",
                    "heart failure with reduced ejection fraction",
                    "raised jugular pressure, basal crackles and weight gain over two weeks",
                    "chronic obstructive disease with right heart strain",
                    "there is no wheeze and no smoking history",
                    "natriuretic peptide, echocardiography, daily weights",
                    "Start a beta blocker at full dose today."),
            new Topic(
                    "fever, productive cough and pleuritic pain",
                    "community-acquired pneumonia",
                    "focal crackles, raised inflammatory markers and a new infiltrate",
                    "pulmonary embolism with infarction",
                    "the onset was gradual and the legs are not swollen",
                    "sputum culture, antibiotics by local guideline, repeat imaging if not better",
                    "No imaging is needed because the cough is productive."),
            new Topic(
                    "tiredness, weight loss and night sweats",
                    "lymphoproliferative disease",
                    "painless enlarged nodes in two regions and raised lactate dehydrogenase",
                    "tuberculosis",
                    "there is no known exposure and the chest film is clear",
                    "node biopsy, full blood count with film, interferon-gamma test",
                    "A course of steroids will clarify the diagnosis before biopsy."),
            new Topic(
                    "epigastric pain after meals and black stools",
                    "bleeding peptic ulcer",
                    "regular use of an anti-inflammatory drug and a falling haemoglobin",
                    "gastric malignancy",
                    "appetite is kept and there was no weight loss",
                    "endoscopy within a day, acid suppression, stop the anti-inflammatory drug",
                    "The anti-inflammatory drug can be continued for the pain."),
            new Topic(
                    "new confusion and reduced urine output",
                    "delirium from urinary infection with dehydration",
                    "acute onset, fluctuating course and a positive dipstick",
                    "stroke",
                    "there is no focal deficit",
                    "cultures, fluids, review of sedating drugs, bladder scan",
                    "A night sedative is the first measure."),
            new Topic(
                    "painful swollen knee without injury",
                    "crystal arthritis",
                    "earlier episodes in the big toe and a recent diuretic",
                    "septic arthritis",
                    "there is no fever, though that does not exclude it",
                    "aspirate the joint before treatment, crystals and culture",
                    "Aspiration can wait until after a week of colchicine."));
    private static final List<String> PEOPLE = List.of(
            "A woman in her fifties",
            "A man in his sixties",
            "A woman in her seventies",
            "A man in his forties",
            "A woman in her thirties",
            "A man in his eighties");

    private static final double SLIP_OF_THE_FIRST = 0.2;
    private static final double SLIP_OF_THE_SECOND = 0.06;

    private final Period period;

    ClinicalReasoning(Period period) {
        this.period = period;
    }

    List<Prediction> wrote(int version, int count) {
        var chance = new Chance(ID + version);
        var notes = new ArrayList<Prediction>();
        for (int i = 0; i < count; i++) {
            var patient = Patient.drawn("demo-int-%05x".formatted(i), chance);
            notes.add(new Prediction(
                    "int-%05d".formatted(i),
                    period.moment((i + chance.uniform()) / count, chance),
                    patient.ref(),
                    patient.site(),
                    null,
                    null,
                    patient.subgroups(),
                    new TreeMap<>(),
                    note(version, chance),
                    chance.between(2400, 9800)));
        }
        notes.sort(Comparator.comparing(Prediction::occurredAt));
        return notes;
    }

    /** Whether the note holds the planted slip, which a clinician would override. */
    static boolean slips(Prediction prediction) {
        var text = String.valueOf(prediction.text());
        return TOPICS.stream().anyMatch(topic -> text.contains(topic.wrong()));
    }

    private static String note(int version, Chance chance) {
        var topic = chance.pick(TOPICS);
        var slip = chance.happens(version == 1 ? SLIP_OF_THE_FIRST : SLIP_OF_THE_SECOND);
        var next = slip ? topic.wrong() : "Suggested next: " + topic.next() + ".";
        var doubt =
                version == 1 ? "" : " Before settling, look once more for what would speak for " + topic.other() + ".";
        return "%s with %s. Most likely: %s, because of %s. Also consider: %s; %s.%s %s"
                .formatted(
                        chance.pick(PEOPLE),
                        topic.complaint(),
                        topic.likely(),
                        topic.because(),
                        topic.other(),
                        topic.against(),
                        doubt,
                        next);
    }
}
