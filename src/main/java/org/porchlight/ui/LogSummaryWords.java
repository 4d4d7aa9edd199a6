package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSummary;

/**
 * What the log shows, in a sentence: "23 viewings by Ben in the last 7 days, 9 of them recorded".
 *
 * @param cameraName of the one that was chosen; empty for every camera
 */
record LogSummaryWords(LogChoice choice, LogSummary sum, String cameraName, LogWords words) {

    String summary() {
        if (sum.viewings() == 0) {
            return translate("log.noViewings", scope());
        }
        String count = translate("log.viewings", sum.viewings()) + scope();
        return choice.wish().recordedOnly()
                ? count + ", " + translate("log.allWithRecording")
                : count + ", " + recorded();
    }

    private String recorded() {
        if (sum.viewings() == 1) {
            return translate(sum.recorded() == 1 ? "log.isRecorded" : "log.isNotRecorded");
        }
        if (sum.recorded() == 0) {
            return translate("log.noneRecorded");
        }
        return sum.recorded() == sum.viewings()
                ? translate("log.allRecorded")
                : translate("log.someRecorded", sum.recorded());
    }

    /** Over a log that is empty. */
    String nothing() {
        return translate(choice.wish().recordedOnly() ? "log.nothingWasRecorded" : "log.nobodyLooked", scope());
    }

    /** What the filter leaves, each part with a space before it: " by Ben in the last 7 days". */
    private String scope() {
        LogFilter wish = choice.wish();
        String who = wish.username() == null ? "" : " " + translate("log.byPerson", wish.username());
        String camera = cameraName.isEmpty() ? "" : " " + translate("log.throughCamera", cameraName);
        return who
                + camera
                + (choice.range() == null
                        ? days(wish.from(), wish.to())
                        : choice.range().words());
    }

    private String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && from.equals(to)) {
            return " " + translate("log.onDay", words.longDay(from));
        }
        return (from == null ? "" : " " + translate("log.fromDay", words.longDay(from)))
                + (to == null ? "" : " " + translate("log.toDay", words.longDay(to)));
    }
}
