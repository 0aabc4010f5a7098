package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.vigie.pipeline.state.Copies;
import org.vigie.pipeline.state.ReadBack;

class SavedContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void readsAndCopiesAContactWithAllThatIsKnownOfIt() throws Exception {
    ContactState contact = new ContactState();
    contact.add(use("a-0123456789abcdef0123", MONDAY, null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(90_000), null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(9), MONDAY.plusSeconds(90_000)));
    contact.alerted = true;
    contact.toldSigns = true;

    ReadBack.isTheSame(new ContactStateSerializer(), contact);
    ReadBack.isTheSame(new ContactStateSerializer(), new ContactState());
    contact.memory = 1;
    Copies.shareNothing(contact, contact.copy(), new ContactState());
  }

  @Test
  void readsWhatTheFirstLayoutHeldOfAContact() throws IOException {
    ContactState contact = new ContactState();
    contact.add(use("a-0123456789abcdef0123", MONDAY, null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(90_000), null));
    contact.alerted = true;

    assertThat(
            ReadBack.ofEarlier(
                new ContactStateSerializer(),
                "01010246520202d4bf0202d4bf02010201ff1f0204416e6e6102045a6fc3a90202053230"
                    + "2d32350202323102010c3130302045555220686f7572020104436f726b02010249450201"
                    + "02656e02010b636c61737369666965647302010b6578616d706c652e6f726702010b416e"
                    + "20656d706c6f796572020113656d61696c3a61406578616d706c652e6f72670201076d6f"
                    + "64656c2d3102010553582d3031020102494580fcb6ab1a010553582d3031610123456789"
                    + "abcdef0123000102610123456789abcdef012380fcb6ab1a010104436f726b0249454049"
                    + "f33333333333c0210000000000000000021515040214190905611123456789abcdef0123"
                    + "c0f8ccab1a010104436f726b0249454049f33333333333c0210000000000000000021515"
                    + "040214190905"))
        .usingRecursiveComparison()
        .isEqualTo(contact);
  }

  @Test
  void readsWhatTheSecondLayoutHeldOfAContact() throws IOException {
    ContactState contact = new ContactState();
    contact.add(use("a-0123456789abcdef0123", MONDAY, null));
    contact.add(use("a-1123456789abcdef0123", MONDAY.plusSeconds(90_000), null));
    contact.alerted = true;

    assertThat(
            ReadBack.ofEarlier(
                new ContactStateSerializer(),
                "0201010446520202d4bf0202d4bf02010201fe3f0208416e6e61085a6fc3a90202020a32"
                    + "302d3235043231020201183130302045555220686f7572020108436f726b020104494502"
                    + "0104656e020129000201166578616d706c652e6f7267020116416e20656d706c6f796572"
                    + "02011b0d61406578616d706c652e6f726702010e6d6f64656c2d3102015302303102010f"
                    + "80840702610123456789abcdef0123808407040d0fc08bf309bfc2cf0100000215150402"
                    + "14190905611123456789abcdef0123c0801d040d0fc08bf309bfc2cf0100000215150402"
                    + "14190905011d01"))
        .usingRecursiveComparison()
        .isEqualTo(contact);
  }

  @Test
  void readsAContactThatCameBackAndIsSeenStill() throws IOException {
    ContactState contact = new ContactState();
    contact.add(use("a-0123456789abcdef0123", MONDAY, null));
    contact.memory = 20_567;
    contact.lastDay += 30;

    ReadBack.isTheSame(new ContactStateSerializer(), contact);
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
        "model-1",
        time);
  }
}
