package org.vigie.world;

import java.time.Instant;

/**
 * One advert at its place on one site.
 *
 * @param host the site
 * @param number its rank on that site by time, from 1
 * @param postedAt when
 * @param content what it says
 */
record Posting(Host host, int number, Instant postedAt, Content content) {}
