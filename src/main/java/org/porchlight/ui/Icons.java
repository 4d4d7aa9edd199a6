package org.porchlight.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/**
 * The line icons, drawn on 24 by 24 units in {@code icons/lines.svg}, in the colour of the text beside them. An icon says nothing
 * to a screen reader: whatever carries one has a name of its own.
 */
enum Icons {
    VIDEO,
    VIDEO_OFF,
    HISTORY,
    SLIDERS,
    PLAY,
    DOWNLOAD,
    TRASH,
    SNAPSHOT,
    EXPAND,
    SIGN_OUT,
    CLOSE,
    WARNING,
    USER,
    USERS,
    CLOCK,
    BARS,
    RETRY,
    RECORD,
    MORE,
    UP,
    CHECK,
    PIN,
    UNPIN,
    DISK,
    ARCHIVE,
    HELP,
    FLOAT,
    PREVIOUS,
    NEXT,
    LEFT,
    RIGHT,
    LINK,
    SELECT,
    FILTER;

    /** A new component that shows this icon. */
    SvgIcon create() {
        SvgIcon icon =
                new SvgIcon("icons/lines.svg", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
