package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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

    final IntegerField days = field(translate("settings.unitDays"));
    final IntegerField most = field(translate("settings.unitGigabytes"));
    final IntegerField leastFree = field(translate("settings.unitGigabytes"));
    final IntegerField trashDays = field(translate("settings.unitDays"));

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
                translate("settings.storage"),
                translate("settings.storageAbout"),
                new SettingRow<>(
                        HouseSettings.KEEP_FOR,
                        "keepFor",
                        days,
                        standard.days(),
                        translate("settings.days", standard.days())),
                new SettingRow<>(HouseSettings.MOST_ROOM, "mostRoom", most, 0, translate("settings.noLimit")),
                new SettingRow<>(
                        HouseSettings.LEAST_FREE, "leastFree", leastFree, 0, translate("settings.zeroAutomatic")),
                new SettingRow<>(
                        HouseSettings.TRASH,
                        "trash",
                        trashDays,
                        standard.trashDays(),
                        translate("settings.days", standard.trashDays())));
    }
}
