package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Span;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.GroupsHarness.Groups;

/**
 * Small campaigns whose adverts have no text in common, with the signs that a classifier would
 * find; and ordinary groups of which it misreads a few adverts.
 */
class RewordedCampaignsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  /** Of a hundred ordinary adverts so many are taken to say some strong sign of control. */
  private static final int MISREAD_PERCENT = 2;

  private static final List<String> STRONG = List.of("LX-03", "LX-06", "LX-07", "LX-08", "LX-09");
  private static final List<String> ORDINARY = List.of("RC-02", "RC-04", "RC-05", "RC-10");

  @Test
  void areEachJoinedAndRaiseOneAlert() throws Exception {
    var campaigns = new RewordedCampaigns(RewordedCampaigns.taxonomy()).all();
    assertThat(campaigns).hasSizeGreaterThanOrEqualTo(12);

    for (Map.Entry<Integer, List<AssessedAdvert>> campaign : campaigns.entrySet()) {
      String name = "campaign " + campaign.getKey();
      Groups groups = GroupsHarness.of(campaign.getValue(), List.of());
      assertThat(groups.networks().values())
          .as(name)
          .extracting(NetworkProfile::adverts)
          .containsExactly((long) campaign.getValue().size());
      assertThat(groups.alerts().values())
          .as(name)
          .extracting(Alert::rule)
          .containsExactly("control-signs");
    }
  }

  @Test
  void areTheSameAmongAllOthers() throws Exception {
    List<AssessedAdvert> all = new ArrayList<>();
    new RewordedCampaigns(RewordedCampaigns.taxonomy()).all().values().forEach(all::addAll);
    Collections.shuffle(all, new Random(3));

    Groups groups = GroupsHarness.of(all, List.of());

    assertThat(groups.networks()).hasSize(14);
    assertThat(groups.alerts()).hasSize(14);
  }

  @Test
  void sayWhyTheyAreJoinedAndQuoteTheSign() throws Exception {
    var campaigns = new RewordedCampaigns(RewordedCampaigns.taxonomy()).all();

    Alert byPhone = alert(campaigns.get(7));
    assertThat(byPhone.reasons())
        .startsWith(
            "LX-09 debt bondage (E, financial) in 3 of 3 adverts",
            "3 of 3 adverts say one same strong sign of control (rule control-signs, version 5)",
            "joined by same meaning and same phone in 3 texts");
    Evidence quoted = byPhone.evidence().getFirst();
    AssessedAdvert advert =
        campaigns.get(7).stream()
            .filter(one -> one.advert().id().equals(quoted.advertId()))
            .findFirst()
            .orElseThrow();
    assertThat(quoted.spans()).isEqualTo(advert.indicators().getFirst().spans()).isNotEmpty();
    assertThat(alert(campaigns.get(9)).reasons())
        .contains("joined by same meaning and same account in 3 texts");
    assertThat(alert(campaigns.get(9)).headline())
        .startsWith("3 adverts of 3 texts that share an account: ");
    assertThat(alert(campaigns.get(11)).reasons())
        .contains("joined by same meaning and two same facts in 3 texts");
    assertThat(alert(campaigns.get(12)).reasons())
        .contains(
            "3 of 4 adverts say one same strong sign of control (rule control-signs, version 5)");
  }

  @Test
  void raiseNoAlertByAnAccountOrFactsWhereTheySayNoSuchSign() throws Exception {
    var campaigns = new RewordedCampaigns(RewordedCampaigns.taxonomy()).all();
    for (int number : List.of(9, 11)) {
      List<AssessedAdvert> harmless =
          campaigns.get(number).stream()
              .map(one ->
                  RewordedCampaigns.assessed(
                      one.advert(),
                      one.language(),
                      one.contacts(),
                      one.entities().prices(),
                      List.of()))
              .toList();
      Groups groups = GroupsHarness.of(harmless, List.of());
      assertThat(groups.networks()).hasSize(number == 9 ? 1 : 0);
      assertThat(groups.alerts()).isEmpty();
    }
  }

  @Test
  void raiseOneAlertWhereTheirAdvertsAreCopiesOfOneText() throws Exception {
    List<AssessedAdvert> adverts = new RewordedCampaigns(RewordedCampaigns.taxonomy()).all().get(1);
    List<NearDuplicateLink> links =
        List.of(
            new NearDuplicateLink(id(adverts.get(0)), id(adverts.get(1)), 0.9),
            new NearDuplicateLink(id(adverts.get(1)), id(adverts.get(2)), 0.9));

    Groups groups = GroupsHarness.of(adverts, links);

    assertThat(groups.alerts().values())
        .extracting(Alert::subject)
        .allMatch(subject -> subject.startsWith("c-"))
        .hasSize(1);
  }

  @Test
  void raiseAnAlertWhereTwoAdvertsWordedApartEachSayASign() throws Exception {
    List<AssessedAdvert> two =
        new RewordedCampaigns(RewordedCampaigns.taxonomy()).all().get(7).subList(0, 2);

    assertThat(GroupsHarness.of(two, List.of()).alerts().values())
        .singleElement()
        .satisfies(alert ->
            assertThat(alert.reasons())
                .contains(
                    "2 of 2 adverts say one same strong sign of control"
                        + " (rule control-signs, version 5)"));
    List<NearDuplicateLink> copies =
        List.of(new NearDuplicateLink(id(two.getFirst()), id(two.getLast()), 0.9));
    assertThat(GroupsHarness.of(two, copies).alerts()).isEmpty();
  }

  @Test
  void areNotJoinedByTheLastDigitsOfAPhoneThatIsCutOut() throws Exception {
    Indicator kept =
        RewordedCampaigns.taxonomy()
            .indicator("LX-07", List.of(new Span(4, 9)), Finding.of("said-in-text"));
    Contact hotline = Contact.declared(ContactType.PHONE, "+33639982277");
    List<AssessedAdvert> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(ordinary("Desk " + i, "Town " + i, hotline, i > 1 ? List.of() : List.of(kept)));
    }

    Groups groups = GroupsHarness.of(all, List.of());

    assertThat(groups.networks()).isEmpty();
    assertThat(groups.alerts()).isEmpty();
  }

  @Test
  void raiseNoneWhereOneOfTwoAdvertsSaysNoSign() throws Exception {
    AssessedAdvert one =
        new RewordedCampaigns(RewordedCampaigns.taxonomy()).all().get(7).getFirst();
    AssessedAdvert other = ordinary("Cook", "Cork", one.contacts().getFirst(), List.of());

    Groups groups = GroupsHarness.of(List.of(one, other), List.of());

    assertThat(groups.networks()).hasSize(1);
    assertThat(groups.alerts()).isEmpty();
  }

  @Test
  void raiseOneAlertWhereOneContactOfALargerNetworkSaysTheSign() throws Exception {
    Taxonomy taxonomy = RewordedCampaigns.taxonomy();
    List<AssessedAdvert> adverts = new ArrayList<>(new RewordedCampaigns(taxonomy).all().get(1));
    Contact agency = Contact.declared(ContactType.EMAIL, "agency@example.org");
    AssessedAdvert both = adverts.removeFirst();
    adverts.add(
        RewordedCampaigns.assessed(
            both.advert(),
            "en",
            List.of(both.contacts().getFirst(), agency),
            List.of(),
            both.indicators()));
    for (int i = 0; i < 9; i++) {
      adverts.add(ordinary("Desk " + i + " of an agency", "Cork", agency, List.of()));
    }

    Groups groups = GroupsHarness.of(adverts, List.of());

    assertThat(groups.networks()).hasSize(1);
    assertThat(groups.alerts().values())
        .singleElement()
        .satisfies(alert ->
            assertThat(alert.reasons())
                .contains(
                    "3 of 3 adverts of one phone say one same strong sign of control"
                        + " (rule control-signs, version 5)"));
  }

  @Test
  void areToldFromOrdinaryGroupsOfWhichAtMostOneInAHundredRaises() throws Exception {
    Random random = new Random(18);
    List<AssessedAdvert> adverts = new ArrayList<>();
    List<NearDuplicateLink> links = new ArrayList<>();
    for (int group = 0; group < 200; group++) {
      List<AssessedAdvert> chain = chain(group, random);
      if (group % 2 == 0) { // copies of one text; the others are worded anew
        for (int i = 1; i < chain.size(); i++) {
          links.add(new NearDuplicateLink(id(chain.get(0)), id(chain.get(i)), 0.9));
        }
      }
      adverts.addAll(chain);
    }

    Groups groups = GroupsHarness.of(adverts, links);

    assertThat(groups.networks()).as("chains that are worded anew are joined").hasSize(100);
    assertThat(groups.alerts()).hasSizeLessThanOrEqualTo(2);
  }

  /** A shop, a farm or a school that looks for people in three to eight towns. */
  private static List<AssessedAdvert> chain(int number, Random random) throws Exception {
    Taxonomy taxonomy = RewordedCampaigns.taxonomy();
    String what = List.of("shop", "farm", "school").get(number % 3);
    Contact office = Contact.declared(ContactType.PHONE, "+3363998%04d".formatted(2_000 + number));
    List<AssessedAdvert> chain = new ArrayList<>();
    int towns = 3 + random.nextInt(6);
    for (int town = 0; town < towns; town++) {
      List<Indicator> said = new ArrayList<>();
      said.add(
          taxonomy.indicator(
              ORDINARY.get(random.nextInt(ORDINARY.size())),
              List.of(new Span(0, 3)),
              Finding.NONE));
      if (random.nextInt(100) < MISREAD_PERCENT) {
        String wrong = STRONG.get(random.nextInt(STRONG.size()));
        said.add(taxonomy.indicator(wrong, List.of(new Span(4, 9)), Finding.of("said-in-text")));
      }
      chain.add(ordinary("The " + what + " number " + number, "Town " + town, office, said));
    }
    return chain;
  }

  private static AssessedAdvert ordinary(
      String what, String town, Contact contact, List<Indicator> said) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", MONDAY)
            .body(what + " in " + town + " looks for somebody.")
            .country("IE")
            .place(town)
            .postedAt(MONDAY)
            .build();
    return RewordedCampaigns.assessed(advert, "en", List.of(contact), List.of(), said);
  }

  private static Alert alert(List<AssessedAdvert> campaign) throws Exception {
    return GroupsHarness.of(campaign, List.of()).alerts().values().iterator().next();
  }

  private static String id(AssessedAdvert advert) {
    return advert.advert().id();
  }
}
