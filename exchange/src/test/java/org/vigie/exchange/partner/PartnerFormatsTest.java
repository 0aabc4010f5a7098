package org.vigie.exchange.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.SeenTimes;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.SharedData;
import org.vigie.exchange.marking.Tlp;
import org.vigie.text.safe.Defanged;
import org.xml.sax.InputSource;

class PartnerFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7, Example", Tlp.AMBER_STRICT, Adverts.NOON);
  private static final SeenTimes SEEN =
      new SeenTimes(Adverts.NOON, true, Adverts.NOON.plusSeconds(86_400), 3);
  private static final SharedAdvert ADVERT = new SharedAdvert(Adverts.advert(null), SEEN, "c-1");

  @ParameterizedTest
  @EnumSource(PartnerFormat.class)
  void isTheSameEachTimeAndSaysHowFarItMayGo(PartnerFormat format) {
    String once = format.write(HEADER, List.of(ADVERT));

    assertThat(format.write(HEADER, List.of(ADVERT))).isEqualTo(once);
    assertThat(once).containsIgnoringCase("tlp").containsIgnoringCase("amber+strict");
    assertThat(format.write(HEADER, List.of(ADVERT, ADVERT)))
        .as("an advert twice is there once")
        .hasSize(once.length());
  }

  @ParameterizedTest
  @EnumSource(
      value = PartnerFormat.class,
      names = {"FTM", "FIU", "GOAML"},
      mode = EnumSource.Mode.EXCLUDE)
  void carriesEachContact(PartnerFormat format) {
    String all = format.write(HEADER, List.of(ADVERT));
    for (Contact contact : ADVERT.advert().contacts()) {
      boolean prefixed =
          contact.type() == ContactType.HANDLE
              || contact.type() == ContactType.WALLET
              || contact.type() == ContactType.PICTURE;
      String value = contact.value();
      String bare = prefixed ? value.substring(value.indexOf(':') + 1) : value;
      String last =
          contact.type() == ContactType.ACCOUNT ? bare.substring(bare.indexOf(' ') + 1) : bare;
      assertThat(all)
          .as(contact.type().label())
          .containsAnyOf(last, Defanged.text(last), "'" + last);
    }
  }

  /** Lines of JSON may hold half of a pair as an escape; no file of UTF-8 can. */
  @ParameterizedTest
  @EnumSource(PartnerFormat.class)
  void canBeWrittenThoughAnAdvertHoldsHalfOfASurrogatePair(PartnerFormat format) {
    SharedAdvert half = new SharedAdvert(Adverts.inLanguage("en", "\uD83D \uD83D\uDE00"), "");

    String written = format.write(HEADER, List.of(half));

    assertThat(UTF_8.newEncoder().canEncode(written)).isTrue();
  }

  /** Its type of dates has seconds and no zone, since all are in UTC; Aleph indexes no others. */
  @Test
  void saysTimesInFollowTheMoneyToTheSecondAndWithoutZone() throws Exception {
    JsonNode told = properties("en");

    assertThat(told.path("retrievedAt").path(0).asText()).isEqualTo("2026-03-01T12:00:00");
    assertThat(told.path("publishedAt").path(0).asText()).isEqualTo("2026-03-01T11:00:00");
  }

  @Test
  void saysTheLanguageInFollowTheMoneyByItsCodesAndInANoteWhereItHasNone() throws Exception {
    JsonNode known =
        JSON.readTree(SharedData.schemas("followthemoney").resolve("defaultModel.json").toFile())
            .path("types")
            .path("language")
            .path("values");
    for (String code : Locale.getISOLanguages()) {
      JsonNode told = properties(code);
      String three = Locale.of(code).getISO3Language();
      if (known.has(three)) {
        assertThat(told.path("language").path(0).asText()).isEqualTo(three);
      } else {
        assertThat(told.has("language")).as(three).isFalse();
        assertThat(told.path("notes").toString()).contains("Language (ISO 639): " + code);
      }
    }
    assertThat(properties("und").toString()).doesNotContain("Language (ISO", "\"language\"");
  }

  private static JsonNode properties(String language) throws Exception {
    SharedAdvert advert = new SharedAdvert(Adverts.inLanguage(language, ""), "");
    String first =
        PartnerFormat.FTM.write(HEADER, List.of(advert)).lines().findFirst().orElseThrow();
    return JSON.readTree(first).path("properties");
  }

  /** MISP core format, sections on events, attributes, objects and their references. */
  @Test
  void saysInMispAllThatTheFormatSaysMustBeThere() throws Exception {
    JsonNode event = JSON.readTree(PartnerFormat.MISP.write(HEADER, List.of(ADVERT))).path("Event");

    assertThat(event.path("publish_timestamp").asText()).isEqualTo("0");
    List<JsonNode> parts = new ArrayList<>();
    event.path("Attribute").forEach(parts::add);
    for (JsonNode object : event.path("Object")) {
      assertThat(object.path("description").asText()).isNotBlank();
      parts.add(object);
      object.path("Attribute").forEach(parts::add);
      for (JsonNode reference : object.path("ObjectReference")) {
        assertThat(reference.path("timestamp").asText())
            .isEqualTo(object.path("timestamp").asText());
        assertThat(reference.path("deleted").isBoolean()).isTrue();
      }
    }
    assertThat(parts)
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.path("deleted").isBoolean()).isTrue())
        .allSatisfy(part -> assertThat(part.path("deleted").asBoolean()).isFalse());
  }

  @Test
  void neverHoldsAMinorRiskAdvert() {
    assertThatThrownBy(() -> new SharedAdvert(Adverts.minorRisk(), ""))
        .hasMessageContaining("must not be handed over");
  }

  @Test
  void namesObservablesAsTheStandardDoes() {
    // By Python's uuid.uuid5 of the canonical JSON in the namespace of section 2.9.
    assertThat(StixIds.observable("url", Map.of("value", "https://example.org/jobs")))
        .isEqualTo("url--8ead773c-09e2-52e0-806f-67c1edf8f8d4");
  }

  @Test
  void namesSignsInMispAsTaxonomyAndGalaxyDo() throws Exception {
    JsonNode event = JSON.readTree(PartnerFormat.MISP.write(HEADER, List.of(ADVERT)));

    assertThat(event.findValuesAsText("name"))
        .contains(
            "vigie-indicators:control=\"RC-07\"",
            "misp-galaxy:vigie-indicators=\"RC-07 identity document kept\"");
  }

  @Test
  void tellsInStixWhenAnAdvertWasSeenFirstAndLastAndIsNewerOnceItIsSeenAgain() throws Exception {
    SeenTimes again = new SeenTimes(SEEN.first(), true, SEEN.last().plusSeconds(60), 4);
    JsonNode before = observed(ADVERT);
    JsonNode after = observed(new SharedAdvert(ADVERT.advert(), again, "c-1"));

    assertThat(before.path("first_observed").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
    assertThat(before.path("last_observed").asText()).isEqualTo("2026-03-02T12:00:00.000Z");
    assertThat(before.path("number_observed").asInt()).isEqualTo(3);
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("created")).isEqualTo(before.path("created"));
    assertThat(after.path("modified").asText()).isGreaterThan(before.path("modified").asText());
  }

  @Test
  void replacesTheNoteOfAMachineAssessmentInStixOnceTheMachineConcludesOtherwise()
      throws Exception {
    AssessedAdvert old = ADVERT.advert();
    AssessedAdvert anew =
        new AssessedAdvert(
            old.advert(),
            old.language(),
            old.contacts(),
            old.entities(),
            List.of(),
            old.assessments());
    ExportHeader later =
        new ExportHeader(HEADER.authority(), HEADER.marking(), SEEN.last().plusSeconds(60));
    JsonNode before = assessment(HEADER, ADVERT);
    JsonNode after = assessment(later, new SharedAdvert(anew, SEEN, "c-1"));

    assertThat(after.path("content")).isNotEqualTo(before.path("content"));
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("created")).isEqualTo(before.path("created"));
    assertThat(after.path("modified").asText()).isGreaterThan(before.path("modified").asText());
  }

  /** STIX 2.1, section 3.6: nobody but its creator makes new versions of an object. */
  @Test
  void sharesNoStixObjectWithAnotherAuthorityButObservablesAndMarkings() throws Exception {
    ExportHeader theirs = new ExportHeader("Unit 8", HEADER.marking(), HEADER.at());
    Set<String> shared = new HashSet<>();
    objects(HEADER, ADVERT).forEach(each -> shared.add(each.path("id").asText()));
    Set<String> also = new HashSet<>();
    objects(theirs, ADVERT)
        .forEach(each -> {
          if (each.has("created_by_ref")) {
            also.add(each.path("id").asText());
          }
        });

    assertThat(also).hasSize(3).doesNotContainAnyElementsOf(shared);
  }

  private static JsonNode observed(SharedAdvert advert) throws Exception {
    return first(HEADER, advert, each -> each.path("type").asText().equals("observed-data"));
  }

  private static JsonNode assessment(ExportHeader header, SharedAdvert advert) throws Exception {
    return first(
        header, advert, each -> each.path("abstract").asText().equals("Machine assessment"));
  }

  private static JsonNode first(
      ExportHeader header, SharedAdvert advert, Predicate<JsonNode> wanted) throws Exception {
    for (JsonNode each : objects(header, advert)) {
      if (wanted.test(each)) {
        return each;
      }
    }
    throw new AssertionError("a bundle must have what is looked for, but hasn't");
  }

  private static JsonNode objects(ExportHeader header, SharedAdvert advert) throws Exception {
    return JSON.readTree(PartnerFormat.STIX.write(header, List.of(advert))).path("objects");
  }

  @Test
  void sharesNoUuidBetweenTwoMispEventsOfOneContactAndKeepsThemOnPushingAgain() throws Exception {
    SharedAdvert other =
        PaidAdverts.of("another", 1, 0, "", ADVERT.advert().contacts().toArray(Contact[]::new));
    JsonNode first = JSON.readTree(PartnerFormat.MISP.write(HEADER, List.of(ADVERT)));
    JsonNode both = JSON.readTree(PartnerFormat.MISP.write(HEADER, List.of(ADVERT, other)));
    ExportHeader later = new ExportHeader(HEADER.authority(), Tlp.RED, Adverts.NOON.plusSeconds(9));
    JsonNode again = JSON.readTree(PartnerFormat.MISP.write(later, List.of(other, ADVERT)));
    JsonNode theirs =
        JSON.readTree(
            PartnerFormat.MISP.write(
                new ExportHeader("Unit 8", Tlp.RED, Adverts.NOON), List.of(ADVERT)));

    assertThat(first.findValuesAsText("value")).contains("+33639980001");
    assertThat(both.findValuesAsText("value")).contains("+33639980001");
    assertThat(uuids(first)).doesNotContainAnyElementsOf(uuids(both));
    assertThat(uuids(again)).isEqualTo(uuids(both));
    assertThat(uuids(theirs))
        .as("another agency's event")
        .doesNotContainAnyElementsOf(uuids(first));
  }

  @Test
  void isOneMispEventOfACaseThatGainsAdvertsAndAnotherOneOfAnotherCaseOrAgency() throws Exception {
    SharedAdvert other =
        PaidAdverts.of("another", 1, 0, "", ADVERT.advert().contacts().toArray(Contact[]::new));
    JsonNode before = eventAbout("Unit 7", "k-1 then", Adverts.NOON, ADVERT);
    JsonNode after = eventAbout("Unit 7", "k-1 then", Adverts.NOON.plusSeconds(9), ADVERT, other);

    assertThat(after.at("/Event/uuid")).isEqualTo(before.at("/Event/uuid"));
    assertThat(uuids(after)).containsAll(uuids(before));
    assertThat(seconds(after.path("Event"))).isGreaterThan(seconds(before.path("Event")));
    assertThat(seconds(view(after)))
        .as("of what the machine may see otherwise by now")
        .isGreaterThan(seconds(view(before)));
    for (JsonNode apart :
        List.of(
            eventAbout("Unit 7", "k-2 then", Adverts.NOON, ADVERT),
            eventAbout("Unit 7", "k-1 at another time", Adverts.NOON, ADVERT),
            eventAbout("Unit 8", "k-1 then", Adverts.NOON, ADVERT))) {
      assertThat(uuids(apart)).doesNotContainAnyElementsOf(uuids(before));
    }
  }

  private static JsonNode eventAbout(
      String authority, String about, Instant at, SharedAdvert... adverts) throws Exception {
    ExportHeader header = new ExportHeader(authority, Tlp.RED, at, about);
    return JSON.readTree(PartnerFormat.MISP.write(header, List.of(adverts)));
  }

  private static JsonNode view(JsonNode event) {
    for (JsonNode object : event.at("/Event/Object")) {
      if (object.path("name").asText().equals("annotation")) {
        return object.path("Attribute").path(0);
      }
    }
    throw new AssertionError("no annotation");
  }

  private static long seconds(JsonNode part) {
    return Long.parseLong(part.path("timestamp").asText());
  }

  /** Returns the UUIDs that a server files by: all but those of the author. */
  private static Set<String> uuids(JsonNode event) {
    Set<String> uuids = new HashSet<>(event.findValuesAsText("uuid"));
    uuids.add(event.at("/Event/uuid").asText());
    uuids.remove(event.at("/Event/Orgc/uuid").asText());
    return uuids;
  }

  @Test
  void namesContactsInFollowTheMoneyAndGivesTopicsToDocumentsAlone() throws Exception {
    String lines = PartnerFormat.FTM.write(HEADER, List.of(ADVERT));

    assertThat(lines)
        .contains(
            "crime.traffick.human",
            "\"phoneMentioned\":[\"+33639980001\"]",
            "\"emailMentioned\":[\"boss@example.org\"]",
            "\"iban\":[\"GB33BUKB20201555555555\"]",
            "\"username\":[\"example_name\"]",
            "\"username\":[\"boss\"]",
            "\"service\":[\"example.org\"]",
            "\"language\":[\"eng\"]");
    for (String line : lines.split("\n")) {
      if (!JSON.readTree(line).path("schema").asText().equals("HyperText")) {
        assertThat(line).as("no topic but a document's").doesNotContain("topics");
      }
    }
  }

  @Test
  void isAGraphThatAnXmlParserReads() throws Exception {
    String xml = PartnerFormat.GRAPHML.write(HEADER, List.of(ADVERT));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));

    Set<String> nodes = new HashSet<>();
    var all = document.getElementsByTagName("node");
    for (int i = 0; i < all.getLength(); i++) {
      nodes.add(all.item(i).getAttributes().getNamedItem("id").getNodeValue());
    }
    assertThat(nodes).contains(ADVERT.id(), "c-1", "phone:+33639980001").hasSize(10);
    var edges = document.getElementsByTagName("edge");
    assertThat(edges.getLength()).isEqualTo(9);
    for (int i = 0; i < edges.getLength(); i++) {
      var ends = edges.item(i).getAttributes();
      assertThat(nodes)
          .contains(
              ends.getNamedItem("source").getNodeValue(),
              ends.getNamedItem("target").getNodeValue());
    }
  }
}
