package org.porchlight.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;

/** The fields of how long recordings stay and how much room they may take, and the card that they stand on. */
final class RoomFields {

    private static final long GIGABYTE = 1_000_000_000;

    final IntegerField days = field("days");
    final IntegerField most = field("GB");
    final IntegerField leastFree = field("GB");
    final IntegerField trashDays = field("days");

    /**
     * What stands in them: days and gigabytes; null where what was typed is no number.
     *
     * @param most 0: no limit
     * @param leastFree 0: automatic
     */
    record Draft(
            @Nullable Integer days,
            @Nullable Integer most,
            @Nullable Integer leastFree,
            @Nullable Integer trashDays) {

        static Draft of(RoomLimits limits) {
            Long free = limits.leastFreeBytes();
            return new Draft(
                    limits.days(),
                    gigabytes(limits.mostBytes()),
                    free == null ? 0 : gigabytes(free),
                    limits.trashDays());
        }

        /** The same as limits; what is no number is a limit that cannot be. */
        RoomLimits limits() {
            int free = Objects.requireNonNullElse(leastFree, -1);
            return new RoomLimits(
                    Objects.requireNonNullElse(days, -1),
                    Objects.requireNonNullElse(most, -1) * GIGABYTE,
                    free == 0 ? null : (Long) (free * GIGABYTE),
                    Objects.requireNonNullElse(trashDays, -1));
        }

        /** What was changed here since {@code shown}, on top of what holds {@code now}. */
        Draft onTopOf(Draft now, Draft shown) {
            return new Draft(
                    Objects.equals(days, shown.days) ? now.days : days,
                    Objects.equals(most, shown.most) ? now.most : most,
                    Objects.equals(leastFree, shown.leastFree) ? now.leastFree : leastFree,
                    Objects.equals(trashDays, shown.trashDays) ? now.trashDays : trashDays);
        }

        private static int gigabytes(long bytes) {
            return (int) Math.ceilDiv(bytes, GIGABYTE);
        }
    }

    private static IntegerField field(String unit) {
        IntegerField field = new IntegerField();
        field.setSuffixComponent(new Span(unit));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    List<IntegerField> all() {
        return List.of(days, most, leastFree, trashDays);
    }

    void addTo(FieldProblems problems) {
        problems.at(HouseSettings.KEEP_FOR, days)
                .at(HouseSettings.MOST_ROOM, most)
                .at(HouseSettings.LEAST_FREE, leastFree)
                .at(HouseSettings.TRASH, trashDays);
    }

    Draft typed() {
        return new Draft(days.getValue(), most.getValue(), leastFree.getValue(), trashDays.getValue());
    }

    void fill(Draft draft) {
        days.setValue(draft.days());
        most.setValue(draft.most());
        leastFree.setValue(draft.leastFree());
        trashDays.setValue(draft.trashDays());
    }

    SettingsCard card() {
        RoomLimits standard = RoomLimits.defaults();
        return new SettingsCard(
                "storage",
                "Storage",
                "How long recordings stay, and how much of the disk they may take. What you keep in the log always stays.",
                new SettingRow<>(
                        HouseSettings.KEEP_FOR,
                        "Older recordings are removed. 0 to 3650 days; with 0, none is too old.",
                        days,
                        standard.days(),
                        LogWords.days(standard.days())),
                new SettingRow<>(
                        HouseSettings.MOST_ROOM,
                        "What all recordings together may take. Then the oldest go. With 0, there is no limit.",
                        most,
                        0,
                        "0, no limit"),
                new SettingRow<>(
                        HouseSettings.LEAST_FREE,
                        "On the disk, for whatever else is on it. Below that, the oldest recordings go. With 0, it is an"
                                + " hour of recording, 1 GiB at least, and a quarter of a small disk at most.",
                        leastFree,
                        0,
                        "0, automatic"),
                new SettingRow<>(
                        HouseSettings.TRASH,
                        "How long what was deleted can be taken back. 0 to 365 days; with 0, it is gone at once.",
                        trashDays,
                        standard.trashDays(),
                        LogWords.days(standard.trashDays())));
    }
}
