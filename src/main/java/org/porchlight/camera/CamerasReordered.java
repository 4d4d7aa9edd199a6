package org.porchlight.camera;

import java.util.List;

/**
 * The cameras stand in another order.
 *
 * @param cameras all of them, in the new order
 */
public record CamerasReordered(List<Camera> cameras) {

    public CamerasReordered {
        cameras = List.copyOf(cameras);
    }
}
