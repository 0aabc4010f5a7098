package org.vigie.classifier.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.text.NormalizedText;

/**
 * The contacts that an advert declares beside its text: {@code contact} is one as {@link
 * Contact#key} writes it, or as a person or a site wrote it, as {@code telephone} and {@code email}
 * are.
 */
public final class DeclaredContacts {
  private static final String CONTACT = "contact";
  private static final String TELEPHONE = "telephone";
  private static final String EMAIL = "email";

  /** What stands alone in a field for telephones is one, as after this word in a text. */
  private static final String ANNOUNCED = "tel: ";

  /** More than that in one field is a list of something else. */
  private static final int MOST = 10;

  private static final String HANDLE = ContactType.HANDLE.label() + ":";
  private static final String URL = ContactType.URL.label() + ":";

  private final ContactFinder finder;
  private final PhoneRegions regions;

  /**
   * @param regions where national phone numbers may be from
   */
  public DeclaredContacts(ContactFinder finder, PhoneRegions regions) {
    this.finder = finder;
    this.regions = regions;
  }

  /** Returns those that an advert declares and that aren't among those of its text. */
  public List<Contact> beside(List<Contact> inText, Advert advert) {
    Map<String, Contact> declared = new LinkedHashMap<>();
    Stream.of(
            said(advert),
            written(advert, TELEPHONE, ANNOUNCED, Set.of(ContactType.PHONE)),
            written(advert, EMAIL, "", Set.of(ContactType.EMAIL)))
        .flatMap(contacts -> contacts)
        .forEach(contact -> declared.putIfAbsent(contact.key(), contact));
    inText.forEach(contact -> declared.remove(contact.key()));
    return List.copyOf(declared.values());
  }

  /** Returns what the key of a contact declares, or what a person wrote in its place. */
  private Stream<Contact> said(Advert advert) {
    String contact = advert.fields().getOrDefault(CONTACT, "");
    return contact.startsWith(HANDLE) || contact.startsWith(URL)
        ? byKey(contact).stream()
        : written(advert, CONTACT, "", Set.of(ContactType.values()));
  }

  private Stream<Contact> written(
      Advert advert, String field, String before, Set<ContactType> types) {
    String value = advert.fields().getOrDefault(field, "");
    if (value.isBlank()) {
      return Stream.empty();
    }
    return finder.find(NormalizedText.of(before + value), regions, "").stream()
        .filter(contact -> types.contains(contact.type()))
        .limit(MOST)
        .map(contact -> Contact.declared(contact.type(), contact.value(), contact.country()));
  }

  /** Returns what the key of a contact declares; nothing where what follows is no such contact. */
  private static Optional<Contact> byKey(String key) {
    if (key.startsWith(HANDLE) && isHandle(key.substring(HANDLE.length()))) {
      return Optional.of(
          Contact.declared(
              ContactType.HANDLE, key.substring(HANDLE.length()).toLowerCase(Locale.ROOT)));
    }
    if (key.startsWith(URL) && isWebAddress(key.substring(URL.length()))) {
      return Optional.of(Contact.declared(ContactType.URL, key.substring(URL.length())));
    }
    return Optional.empty();
  }

  private static boolean isHandle(String value) {
    int colon = value.indexOf(':');
    return colon > 0
        && Services.ofWord(value.substring(0, colon)).equals(value.substring(0, colon))
        && Services.isAccount(value.substring(colon + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isWebAddress(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
