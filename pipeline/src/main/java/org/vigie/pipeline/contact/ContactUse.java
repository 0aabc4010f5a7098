package org.vigie.pipeline.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Age;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Evidence;
import org.vigie.advert.Indicator;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Price;

/**
 * What an advert tells of one contact that it names, or of the account that posted it, or of a
 * picture that stands in it.
 *
 * @param contact {@link Contact#key}; of a picture, its address stands for it until {@link
 *     ResolvePictures} knows what is there
 * @param type its kind
 * @param phoneCountry country of a phone, or empty
 * @param disguised whether it can be read only after a disguise is undone
 * @param advertId the advert
 * @param time its event time
 * @param replaced the event time under which the advert has come before; null if it hasn't. If its
 *     own isn't earlier, all that is told is that it is seen still
 * @param names persons' names, each once
 * @param ages ages
 * @param prices prices, each once
 * @param place declared place, or empty
 * @param town the town it stands in; null if that isn't known
 * @param country declared country, or empty
 * @param language language of its text
 * @param channel label of its channel
 * @param site its site
 * @param employer declared employer, or empty
 * @param beside the other contacts that it names
 * @param indicators its scored indicators, each once, with where they stand
 * @param model version of the model that assessed it, or empty
 * @param seen when it was seen, which may be later than its event time
 */
public record ContactUse(
    String contact,
    ContactType type,
    String phoneCountry,
    boolean disguised,
    String advertId,
    Instant time,
    @Nullable Instant replaced,
    List<String> names,
    List<Age> ages,
    List<String> prices,
    String place,
    @Nullable Place town,
    String country,
    String language,
    String channel,
    String site,
    String employer,
    List<String> beside,
    List<Evidence> indicators,
    String model,
    Instant seen) {
  public ContactUse {
    // One that was saved before this was told has none.
    seen = seen == null ? time : seen;
  }

  /** Of a list of hundreds of numbers none tells much of another. */
  private static final int MAX_BESIDE = 20;

  /** Hashes of the addresses of an advert's pictures, with spaces between. */
  private static final String PICTURES = "context.images";

  /** Galleries show themselves by their first pictures as well. */
  private static final int MAX_PICTURES = 4;

  /**
   * Returns what an advert tells of each contact that leads to somebody, and, where there is one,
   * of its account and its pictures.
   *
   * @param replaced the event time under which the advert has come before; null if it hasn't
   */
  public static List<ContactUse> of(AssessedAdvert assessed, @Nullable Instant replaced) {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (Contact contact : assessed.contacts()) {
      if (contact.type().leadsToSomebody()) {
        contacts.merge(contact.key(), contact, ContactUse::lessDisguised);
      }
    }
    List<ContactUse> uses = new ArrayList<>();
    List<Evidence> indicators = scored(assessed);
    contacts.forEach(
        (key, contact) -> uses.add(of(assessed, replaced, contact, contacts, indicators)));
    if (!contacts.isEmpty()) {
      for (Contact sign : signs(assessed.advert())) {
        uses.add(of(assessed, replaced, sign, contacts, indicators));
      }
    }
    return uses;
  }

  /** Returns what tells that adverts of different contacts belong together. */
  private static List<Contact> signs(Advert advert) {
    List<Contact> signs = new ArrayList<>();
    if (!advert.account().isEmpty()) {
      signs.add(Contact.declared(ContactType.ACCOUNT, advert.account()));
    }
    Arrays.stream(advert.fields().getOrDefault(PICTURES, "").split(" "))
        .filter(address -> !address.isBlank() && !PictureLook.isClaimedBy(address))
        .limit(MAX_PICTURES)
        .forEach(address -> signs.add(Contact.declared(ContactType.PICTURE, address)));
    Arrays.stream(advert.fields().getOrDefault(Advert.PICTURE_HASHES, "").split(" "))
        .filter(PictureLook::isHash)
        .limit(MAX_PICTURES)
        .forEach(
            hash -> signs.add(Contact.declared(ContactType.PICTURE, PictureLook.PREFIX + hash)));
    return signs;
  }

  /** Returns the same of another contact. */
  ContactUse of(String other) {
    return with(other, replaced);
  }

  /** Returns the same of an advert of which nothing was told before. */
  ContactUse asFirst() {
    return with(contact, null);
  }

  /** Returns whether it tells nothing but that an advert which has come before is seen still. */
  boolean isSeenStill() {
    return replaced != null && !time.isBefore(replaced);
  }

  private ContactUse with(String key, @Nullable Instant before) {
    return new ContactUse(
        key,
        type,
        phoneCountry,
        disguised,
        advertId,
        time,
        before,
        names,
        ages,
        prices,
        place,
        town,
        country,
        language,
        channel,
        site,
        employer,
        beside,
        indicators,
        model,
        seen);
  }

  private static ContactUse of(
      AssessedAdvert assessed,
      @Nullable Instant replaced,
      Contact contact,
      Map<String, Contact> all,
      List<Evidence> indicators) {
    Advert advert = assessed.advert();
    return new ContactUse(
        contact.key(),
        contact.type(),
        contact.country(),
        contact.disguise() > 0,
        advert.id(),
        advert.time(),
        replaced,
        assessed.entities().names().stream().map(PersonName::name).distinct().toList(),
        assessed.entities().ages(),
        assessed.entities().prices().stream().map(Price::written).distinct().toList(),
        advert.place(),
        Towns.of(assessed).orElse(null),
        advert.country(),
        assessed.language(),
        advert.channel().label(),
        advert.site(),
        advert.fields().getOrDefault(Advert.EMPLOYER, ""),
        all.keySet().stream()
            .filter(other -> !other.equals(contact.key()))
            .sorted()
            .limit(MAX_BESIDE)
            .toList(),
        indicators,
        assessed.model(),
        advert.lastSeen());
  }

  /** Returns the scored indicators of an advert, each once, in order of their ids. */
  public static List<Evidence> scored(AssessedAdvert assessed) {
    Map<String, Evidence> scored = new TreeMap<>();
    assessed.indicators().stream()
        .filter(Indicator::scored)
        .forEach(
            found -> scored.putIfAbsent(found.id(), Evidence.of(found, assessed.advert().id())));
    return List.copyOf(scored.values());
  }

  private static Contact lessDisguised(Contact one, Contact other) {
    return other.disguise() < one.disguise() ? other : one;
  }
}
