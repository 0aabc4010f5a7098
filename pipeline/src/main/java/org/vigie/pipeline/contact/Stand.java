package org.vigie.pipeline.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Age;
import org.vigie.advert.Place;

/**
 * Where and when one advert of a contact stood.
 *
 * @param time its event time
 * @param place the town it stood in; null if that isn't known
 * @param ages ages that it names
 */
public record Stand(Instant time, @Nullable Place place, List<Age> ages) {}
