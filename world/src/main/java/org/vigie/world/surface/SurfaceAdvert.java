package org.vigie.world.surface;

import java.time.Instant;

/**
 * An advert on a surface.
 *
 * @param planted whether it is one of the campaign's
 * @param place town
 * @param text paragraphs, a line each
 */
public record SurfaceAdvert(
    Surface surface, boolean planted, Instant postedAt, String place, String title, String text) {}
