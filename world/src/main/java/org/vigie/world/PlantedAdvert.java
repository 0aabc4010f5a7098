package org.vigie.world;

import java.time.Instant;

/**
 * One advert that was put into a world on purpose.
 *
 * @param group name of its campaign, or of the stored query that it must match
 * @param host where it is posted
 * @param postedAt when
 * @param content what it says
 */
record PlantedAdvert(String group, Host host, Instant postedAt, Content content) {}
