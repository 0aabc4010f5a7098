package org.vigie.classifier.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/**
 * The contact that an advert is, declared in its field {@code contact} as {@link Contact#key}
 * writes it: of an invitation to a closed group nothing else is known.
 */
public final class DeclaredContact {
  /** The name of the field. */
  static final String FIELD = "contact";

  private static final String HANDLE = ContactType.HANDLE.label() + ":";
  private static final String URL = ContactType.URL.label() + ":";

  private DeclaredContact() {}

  /** Returns the contacts of an advert's text and, unless it is one of them, the declared one. */
  public static List<Contact> with(List<Contact> inText, Advert advert) {
    Optional<Contact> declared = in(advert);
    if (declared.isEmpty()
        || inText.stream().anyMatch(known -> known.key().equals(declared.get().key()))) {
      return inText;
    }
    List<Contact> all = new ArrayList<>(inText);
    all.add(declared.get());
    return all;
  }

  /** Returns what a field declares; nothing where it says something that is no key. */
  private static Optional<Contact> in(Advert advert) {
    String key = advert.fields().getOrDefault(FIELD, "");
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
