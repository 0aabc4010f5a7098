package org.vigie.casework.render;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.NetworkEdge;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * An edge of a network with one advert that shows it.
 *
 * @param edge the edge
 * @param advertId the advert, or empty if the index holds none
 * @param start where the contact stands in the advert's text
 * @param end where it ends; {@code start} if its site declares it
 * @param written as it stands there, made harmless; empty if its site declares it
 */
public record Witness(NetworkEdge edge, String advertId, int start, int end, String written) {

  /** Contacts are looked up without regard to case, so that some adverts may name another. */
  private static final int LOOKED_AT = 20;

  /** Finds the advert of the smallest id that shows an edge. */
  public static Witness of(AdvertIndex index, NetworkEdge edge) throws IOException {
    return index.advertsOf(edge, LOOKED_AT).stream()
        .filter(advert ->
            advert.contacts().stream().anyMatch(contact -> contact.key().equals(edge.contact())))
        .findFirst()
        .map(advert -> of(edge, advert))
        .orElse(new Witness(edge, "", 0, 0, ""));
  }

  private static Witness of(NetworkEdge edge, AssessedAdvert advert) {
    String id = advert.advert().id();
    Optional<Contact> found =
        advert.contacts().stream()
            .filter(contact -> contact.standsInText() && contact.key().equals(edge.contact()))
            .min(Comparator.comparingInt(contact -> contact.span().start()));
    if (found.isEmpty()) {
      return new Witness(edge, id, 0, 0, "");
    }
    String text = advert.advert().text();
    int end = Math.min(found.get().span().end(), text.length());
    int start = Math.min(found.get().span().start(), end);
    return new Witness(
        edge, id, start, end, SafeText.line(Defanged.text(text.substring(start, end))));
  }

  /** Returns whether the index holds an advert that shows it. */
  public boolean isKnown() {
    return !advertId.isEmpty();
  }
}
