package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Evidence;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.contact.Towns;
import org.vigie.pipeline.shared.NearSign;
import org.vigie.pipeline.shared.SaidAlike;
import org.vigie.pipeline.shared.SameNumber;
import org.vigie.pipeline.shared.SameParty;
import org.vigie.pipeline.state.Days;

/**
 * What a cluster needs to know of one advert.
 *
 * @param advertId the advert
 * @param time its event time
 * @param lastDay the UTC day, since 1970, on which it was last seen
 * @param wording hash of its text's words, see {@link Wording}
 * @param contacts {@link Contact#key}s, each once
 * @param place declared place, or empty
 * @param country declared country, or empty
 * @param site its site
 * @param channel label of its channel
 * @param language language of its text
 * @param indicators its scored indicators, each once, with where they stand
 * @param risk its risk probability, 0 if it wasn't assessed, in whole millionths, so that few bytes
 *     tell it
 * @param town the town it stands in; null if that isn't known
 * @param employer declared employer, or empty
 * @param model version of the model that assessed it, or empty
 * @param matches keys of the stored queries and watched texts that it matches, each once
 * @param names persons' names, each once; counted, never weighed
 * @param account the account of its site that posted it, or empty if that isn't known
 * @param said what joins it with adverts that say the same, see {@link SaidAlike}, each once
 */
public record Member(
    String advertId,
    Instant time,
    long lastDay,
    int wording,
    List<String> contacts,
    String place,
    String country,
    String site,
    String channel,
    String language,
    List<Evidence> indicators,
    double risk,
    @Nullable Place town,
    String employer,
    String model,
    List<String> matches,
    List<String> names,
    String account,
    List<String> said) {
  private static final double MILLION = 1_000_000;

  /** Returns the same with another event time. */
  Member at(Instant other) {
    return new Member(
        advertId,
        other,
        lastDay,
        wording,
        contacts,
        place,
        country,
        site,
        channel,
        language,
        indicators,
        risk,
        town,
        employer,
        model,
        matches,
        names,
        account,
        said);
  }

  static Member of(MatchedAdvert matched) {
    AssessedAdvert assessed = matched.advert();
    Advert advert = assessed.advert();
    return new Member(
        advert.id(),
        advert.time(),
        Days.of(advert.lastSeen()),
        Wording.of(advert.text()),
        assessed.contacts().stream().map(Contact::key).distinct().toList(),
        advert.place(),
        advert.country(),
        advert.site(),
        advert.channel().label(),
        assessed.language(),
        ContactUse.scored(assessed),
        Math.round(assessed.rankedRisk() * MILLION) / MILLION,
        Towns.of(assessed).orElse(null),
        advert.fields().getOrDefault(Advert.EMPLOYER, ""),
        assessed.model(),
        matched.matches(),
        assessed.entities().names().stream().map(PersonName::name).distinct().toList(),
        advert.account(),
        Stream.of(
                SaidAlike.keys(assessed),
                SameNumber.keys(assessed),
                SameParty.keys(assessed),
                NearSign.keys(assessed))
            .flatMap(List::stream)
            .toList());
  }
}
