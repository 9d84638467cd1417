package org.overread.monitoring.integrity;

import java.util.Optional;
import java.util.function.Consumer;

/** Watches one declared feature over the lines of one batch. */
sealed interface FeatureWatch {
    String name();

    void see(long line, String value);

    void tell(Consumer<IntegrityFinding> findings, Optional<Scale> usual);

    /** Where its numbers lie; empty for a feature without numbers, or with too few of them. */
    default Optional<Scale> scale() {
        return Optional.empty();
    }

    static FeatureWatch over(DeclaredFeature declared) {
        return switch (declared) {
            case DeclaredFeature.Measured measured -> new MeasuredWatch(measured);
            case DeclaredFeature.Categorical categorical -> new CategoryWatch(categorical);
        };
    }

    /** Numbers: in range, and on the usual scale. */
    final class MeasuredWatch implements FeatureWatch {
        private final DeclaredFeature.Measured declared;
        private final LineCount noNumber = new LineCount();
        private final LineCount outOfRange = new LineCount();
        private final SampledValues values = new SampledValues();

        MeasuredWatch(DeclaredFeature.Measured declared) {
            this.declared = declared;
        }

        @Override
        public String name() {
            return declared.name();
        }

        @Override
        public void see(long line, String text) {
            double value = number(text);
            if (!Double.isFinite(value)) {
                noNumber.add(line);
                return;
            }
            values.add(value);
            if (!declared.holds(value)) {
                outOfRange.add(line);
            }
        }

        @Override
        public void tell(Consumer<IntegrityFinding> findings, Optional<Scale> usual) {
            if (outOfRange.lines() > 0) {
                findings.accept(IntegrityFinding.of(name(), IntegrityKind.OUT_OF_RANGE, outOfRange));
            }
            if (noNumber.lines() > 0) {
                findings.accept(IntegrityFinding.of(name(), IntegrityKind.NOT_A_NUMBER, noNumber));
            }
            usual.filter(values::jumpedFrom).ifPresent(before -> findings.accept(jump(before)));
        }

        @Override
        public Optional<Scale> scale() {
            return values.scale();
        }

        private IntegrityFinding jump(Scale before) {
            return new IntegrityFinding(
                    name(),
                    IntegrityKind.SCALE_JUMP,
                    values.seen(),
                    null,
                    before.median(),
                    scale().orElseThrow().median());
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /** Values of a list. */
    final class CategoryWatch implements FeatureWatch {
        private final DeclaredFeature.Categorical declared;
        private final LineCount unknown = new LineCount();

        CategoryWatch(DeclaredFeature.Categorical declared) {
            this.declared = declared;
        }

        @Override
        public String name() {
            return declared.name();
        }

        @Override
        public void see(long line, String value) {
            if (!declared.categories().isEmpty() && !declared.categories().contains(value)) {
                unknown.add(line);
            }
        }

        @Override
        public void tell(Consumer<IntegrityFinding> findings, Optional<Scale> usual) {
            if (unknown.lines() > 0) {
                findings.accept(IntegrityFinding.of(name(), IntegrityKind.UNKNOWN_CATEGORY, unknown));
            }
        }
    }
}
