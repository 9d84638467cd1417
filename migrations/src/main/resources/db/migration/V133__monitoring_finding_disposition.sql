-- What came of looking into a finding. Answers from before say nothing of that: they stay, and decide nothing.
ALTER TABLE monitoring.feedback_reply
    ADD COLUMN disposition text CHECK (disposition IN (
        'OUTPUT_WAS_RIGHT', 'INPUT_WAS_WRONG', 'OUTSIDE_INTENDED_USE', 'KNOWN_LIMITATION', 'CORRECTED_IN_VERSION',
        'NEEDS_CHANGE', 'UNDER_INVESTIGATION')),
    ADD COLUMN corrected_in integer CHECK (corrected_in > 0),
    ADD CONSTRAINT correction_names_its_version
        CHECK ((disposition IS NOT DISTINCT FROM 'CORRECTED_IN_VERSION') = (corrected_in IS NOT NULL));

-- what waits for somebody is asked for on every page
CREATE INDEX feedback_severe ON monitoring.feedback (received_at, id)
    WHERE kind = 'SAFETY_CONCERN' OR reason = 'CLINICALLY_WRONG';
