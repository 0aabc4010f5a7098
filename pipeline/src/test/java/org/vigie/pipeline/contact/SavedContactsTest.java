package org.vigie.pipeline.contact;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Age;
import org.vigie.advert.ContactType;
import org.vigie.advert.Evidence;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.pipeline.state.ReadBack;

class SavedContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void readsAContactWithAllThatIsKnownOfIt() throws IOException {
    ContactState contact = new ContactState();
    contact.add(use("a-0123456789abcdef0123", MONDAY, null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(90_000), null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(9), MONDAY.plusSeconds(90_000)));
    contact.alerted = true;

    ReadBack.isTheSame(new ContactStateSerializer(), contact);
    ReadBack.isTheSame(new ContactStateSerializer(), new ContactState());
  }

  private static ContactUse use(String advert, Instant time, @Nullable Instant replaced) {
    return new ContactUse(
        "phone:+33639980001",
        ContactType.EMAIL,
        "FR",
        true,
        advert,
        time,
        replaced,
        List.of("Anna", "Zoé"),
        List.of(new Age(21, 21, new Span(4, 6)), new Age(20, 25, new Span(9, 14))),
        List.of("100 EUR hour"),
        "Cork",
        new Place(1, "Cork", "IE", 51.9, -8.5, new Span(0, 0)),
        "IE",
        "en",
        "classifieds",
        "example.org",
        "An employer",
        List.of("email:a@example.org"),
        List.of(new Evidence("SX-01", advert, List.of())),
        "model-1");
  }
}
