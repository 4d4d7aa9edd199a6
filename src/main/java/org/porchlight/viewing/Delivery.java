package org.porchlight.viewing;

/**
 * What was sent to a viewing's reader since it began; two of them tell a rate.
 *
 * @param bytes of pictures, as they were sent
 */
public record Delivery(long pictures, long bytes) {

    /** A viewing that has just begun. */
    public static final Delivery NOTHING = new Delivery(0, 0);
}
