package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.SharedData;
import org.vigie.exchange.marking.Tlp;

/** Partners' lists, among them those that we write ourselves. */
class PartnerListTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = PartnerFormat.class,
      names = {"MISP", "STIX", "FTM"})
  void readsAllContactsThatWeHandOutAgain(PartnerFormat format) throws IOException {
    ExportHeader header = new ExportHeader("Unit 7, Example", Tlp.GREEN, Adverts.NOON);
    SharedAdvert handed = new SharedAdvert(Adverts.advert(null), "c-1");

    PartnerList list = read(format.write(header, List.of(handed)));

    assertThat(list.format()).isEqualTo(format.label());
    assertThat(list.selectors())
        .extracting(PartnerSelector::contact)
        .contains(
            "+33639980001",
            "boss@example.org",
            "handle:telegram:example_name",
            "GB33BUKB20201555555555",
            "1BoatSLRHtKNngkdXEeobR76b53LETtpyT")
        .noneMatch(contact -> contact.contains("example.org:boss"));
    assertThat(list.selectors())
        .filteredOn(selector -> selector.contact().equals("+33639980001"))
        .extracting(PartnerSelector::marking)
        .containsOnly(Tlp.GREEN);
  }

  @Test
  void leavesOutOfMispWhatWasDeletedAndHeedsTheStrictestMarkingOfAnObject() throws IOException {
    PartnerList list =
        read(
            """
            {"Event": {"Tag": [{"name": "tlp:green"}], "Object": [
              {"name": "telegram-account", "deleted": true,
               "Attribute": [{"object_relation": "username", "value": "gone_name"}]},
              {"name": "telegram-account", "Attribute": [
               {"object_relation": "username", "value": "kept_name", "Tag": [{"name": "tlp:red"}]}]}
            ]}}
            """);

    assertThat(list.selectors())
        .extracting(PartnerSelector::contact, PartnerSelector::marking)
        .containsExactly(tuple("handle:telegram:kept_name", Tlp.RED));
    assertThat(list.unknown()).containsEntry("object that was deleted", 1);
  }

  @Test
  void refusesATableWhoseQuotationMarkStaysOpen() {
    assertThatThrownBy(() -> read("contact,note\n+33639980001,\"a driver\n+33639980002,x\n"))
        .hasMessageContaining("must close each quotation mark");
  }

  @Test
  void keepsNotesInTheFormThatYamlTakes() {
    assertThat(new PartnerSelector("x", "a\u0085b\u2028 c", null, null).note()).isEqualTo("a b c");
    String cut = new PartnerSelector("x", "n".repeat(199) + "\uD83D\uDE00 more", null, null).note();
    assertThat(cut).isEqualTo("n".repeat(199) + "…");
  }

  @Test
  void readsIndicatorsThatNameThingsWithTheirMarkingAndEnd() throws IOException {
    PartnerList list =
        read(
            """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "indicator", "name": "recruiter", "pattern_type": "stix",
               "pattern": "[email-addr:value = 'a@example.org'] OR [user-account:account_type = 'telegram' AND user-account:account_login = 'example_name']",
               "valid_until": "2027-01-01T00:00:00Z",
               "object_marking_refs": ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"]},
              {"type": "indicator", "pattern": "[email-addr:value = 'b@example.org'] FOLLOWEDBY [url:value = 'https://example.org']"},
              {"type": "indicator", "pattern": "[email-addr:value LIKE '%@example.org']"},
              {"type": "indicator", "revoked": true, "pattern": "[email-addr:value = 'c@example.org']"},
              {"type": "phone-number", "value": "+33 6 39 98 00 01"},
              {"type": "x-opencti-cryptocurrency-wallet", "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"},
              {"type": "ipv4-addr", "value": "192.0.2.1"},
              {"type": "identity", "name": "Agency"}
            ]}
            """);

    assertThat(list.selectors())
        .containsExactly(
            new PartnerSelector(
                "a@example.org", "recruiter", Tlp.AMBER, LocalDate.of(2026, 12, 31)),
            new PartnerSelector(
                "handle:telegram:example_name", "recruiter", Tlp.AMBER, LocalDate.of(2026, 12, 31)),
            new PartnerSelector("+33 6 39 98 00 01", "", null, null),
            new PartnerSelector("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "", null, null));
    assertThat(list.unknown())
        .isEqualTo(
            Map.of(
                "indicator of another pattern", 2,
                "indicator that was revoked", 1,
                "ipv4-addr", 1));
  }

  /** STIX 2.1, 7.2.2 and 7.2.3; the third is how OpenCTI writes AMBER+STRICT. */
  @Test
  void heedsMarkingsThatABundleDefinesItselfOrSetsOnPartOfAnObject() throws IOException {
    PartnerList list =
        read(
            """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "email-addr", "value": "a@example.org",
               "granular_markings": [
                 {"marking_ref": "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "selectors": ["value"]}],
               "object_marking_refs": ["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"]},
              {"type": "email-addr", "value": "b@example.org",
               "object_marking_refs": ["marking-definition--00000000-0000-4000-8000-000000000001"]},
              {"type": "email-addr", "value": "c@example.org",
               "object_marking_refs": ["marking-definition--826578e1-40ad-459f-bc73-ede076f81f37"]},
              {"type": "email-addr", "value": "d@example.org",
               "object_marking_refs": ["marking-definition--00000000-0000-4000-8000-000000000002"]},
              {"type": "email-addr", "value": "e@example.org",
               "object_marking_refs": ["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"]},
              {"type": "marking-definition", "id": "marking-definition--00000000-0000-4000-8000-000000000001",
               "definition_type": "tlp", "definition": {"tlp": "amber"}},
              {"type": "marking-definition", "id": "marking-definition--826578e1-40ad-459f-bc73-ede076f81f37",
               "definition_type": "statement", "definition": {"statement": "custom"},
               "x_opencti_definition_type": "TLP", "x_opencti_definition": "TLP:AMBER+STRICT"},
              {"type": "marking-definition", "id": "marking-definition--00000000-0000-4000-8000-000000000002",
               "name": "Group", "extensions": {"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":
                 {"extension_type": "property-extension", "tlp_2_0": "red"}}},
              {"type": "marking-definition", "id": "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
               "name": "TLP:CLEAR"}
            ]}
            """);

    assertThat(list.selectors())
        .extracting(PartnerSelector::contact, PartnerSelector::marking)
        .containsExactly(
            tuple("a@example.org", Tlp.RED),
            tuple("b@example.org", Tlp.AMBER),
            tuple("c@example.org", Tlp.AMBER_STRICT),
            tuple("d@example.org", Tlp.RED),
            tuple("e@example.org", Tlp.RED));
    assertThat(list.unknown()).isEmpty();
  }

  @Test
  void heedsTheMarkingThatOpenCtiFixedThoughABundleLeavesItsDefinitionOut() throws IOException {
    PartnerList list =
        read(
            """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "email-addr", "value": "a@example.org",
               "object_marking_refs": ["marking-definition--826578e1-40ad-459f-bc73-ede076f81f37"]}]}
            """);

    assertThat(list.selectors())
        .containsExactly(new PartnerSelector("a@example.org", "", Tlp.AMBER_STRICT, null));
  }

  @Test
  void readsAMispEventWithAttributesObjectsAndTags() throws IOException {
    PartnerList list =
        read(
            """
            {"response": [{"Event": {"info": "operation", "Tag": [{"name": "tlp:amber+strict"}],
              "Attribute": [
                {"type": "phone-number", "value": "+33639980001", "comment": "driver"},
                {"type": "btc", "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "Tag": [{"name": "tlp:white"}]},
                {"type": "ip-dst", "value": "192.0.2.1"}],
              "Object": [{"name": "telegram-account", "Attribute": [
                {"object_relation": "username", "type": "text", "value": "example_name"},
                {"object_relation": "phone", "type": "text", "value": "+33639980002"}]}]}}]}
            """);

    assertThat(list.selectors())
        .containsExactly(
            new PartnerSelector("+33639980001", "driver", Tlp.AMBER_STRICT, null),
            new PartnerSelector("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "operation", Tlp.CLEAR, null),
            new PartnerSelector(
                "handle:telegram:example_name", "operation", Tlp.AMBER_STRICT, null),
            new PartnerSelector("+33639980002", "operation", Tlp.AMBER_STRICT, null));
    assertThat(list.unknown()).isEqualTo(Map.of("ip-dst", 1));
  }

  @Test
  void readsWhatASearchForAttributesAnswers() throws IOException {
    PartnerList list =
        read(
            """
            {"response": {"Attribute": [
              {"type": "phone-number", "value": "+447700900145",
               "Event": {"info": "operation", "Tag": [{"name": "tlp:red"}]}},
              {"type": "email", "value": "ana@example.org", "Tag": [{"name": "tlp:amber"}]}]}}
            """);

    assertThat(list.selectors())
        .containsExactly(
            new PartnerSelector("+447700900145", "operation", Tlp.RED, null),
            new PartnerSelector("ana@example.org", "", Tlp.AMBER, null));
  }

  /** By the templates of misp-objects, an account has several telephones and e-mail addresses. */
  @Test
  void readsEachContactOfAMispObject() throws IOException {
    PartnerList list =
        read(
            """
            {"Event": {"info": "", "Object": [
              {"name": "telegram-account", "Attribute": [
                {"object_relation": "username", "type": "text", "value": "example_name"},
                {"object_relation": "phone", "type": "text", "value": "+33639980001"},
                {"object_relation": "phone", "type": "text", "value": "+33639980002"}]},
              {"name": "telegram-account", "Attribute": [
                {"object_relation": "id", "type": "text", "value": "1234"},
                {"object_relation": "phone", "type": "text", "value": "+33639980003"}]},
              {"name": "user-account", "Attribute": [
                {"object_relation": "account-type", "type": "text", "value": "telegram"},
                {"object_relation": "username", "type": "text", "value": "other_name", "Tag": [{"name": "tlp:red"}]},
                {"object_relation": "email", "type": "email", "value": "a@example.org"}]},
              {"name": "coin-address", "Attribute": [
                {"object_relation": "address", "type": "btc", "value": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"},
                {"object_relation": "address-xmr", "type": "xmr", "value": "4EXAMPLE"}]}]}}
            """);

    assertThat(list.selectors())
        .extracting(PartnerSelector::contact, PartnerSelector::marking)
        .containsExactly(
            tuple("handle:telegram:example_name", null),
            tuple("+33639980001", null),
            tuple("+33639980002", null),
            tuple("+33639980003", null),
            tuple("handle:telegram:other_name", Tlp.RED),
            tuple("a@example.org", Tlp.RED),
            tuple("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", null),
            tuple("4EXAMPLE", null));
    assertThat(list.unknown()).isEmpty();
  }

  @Test
  void readsFollowTheMoneyEntities() throws IOException {
    PartnerList list =
        read(
            """
            {"id": "1", "schema": "Person", "properties": {"name": ["A person"], "phone": ["+33639980001"], "email": ["a@example.org"]}}
            {"id": "2", "schema": "CryptoWallet", "properties": {"publicKey": ["1BoatSLRHtKNngkdXEeobR76b53LETtpyT"], "notes": ["TLP:RED"]}}
            {"id": "3", "schema": "Vehicle", "properties": {"name": ["A van"]}}
            {"id": "4", "schema": "UserAccount", "properties": {"service": ["telegram"], "username": ["example_name"], "number": ["+33639980002"]}}
            {"id": "5", "schema": "Call", "properties": {"callerNumber": ["+33639980003"], "receiverNumber": ["+33639980004"]}}
            {"id": "6", "schema": "Mention", "properties": {"contextPhone": ["+33639980005"], "contextEmail": ["b@example.org"]}}
            {"id": "7", "schema": "Passport", "properties": {"number": ["639980006"]}}
            """);

    assertThat(list.selectors())
        .containsExactly(
            new PartnerSelector("+33639980001", "A person", null, null),
            new PartnerSelector("a@example.org", "A person", null, null),
            new PartnerSelector("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "", Tlp.RED, null),
            new PartnerSelector("+33639980002", "", null, null),
            new PartnerSelector("handle:telegram:example_name", "", null, null),
            new PartnerSelector("+33639980003", "", null, null),
            new PartnerSelector("+33639980004", "", null, null),
            new PartnerSelector("+33639980005", "", null, null),
            new PartnerSelector("b@example.org", "", null, null));
    assertThat(list.unknown())
        .isEqualTo(Map.of("Vehicle without contacts", 1, "Passport without contacts", 1));
  }

  @Test
  void heedsTheStrictestMarkingOfAnEntityThatWasMadeOfTwo() throws IOException {
    PartnerList list =
        read(
            """
            {"id": "1", "schema": "Person", "properties": {"phone": ["+33639980001"], "notes": ["TLP:CLEAR", "a note", "TLP:RED"]}}
            """);

    assertThat(list.selectors())
        .containsExactly(new PartnerSelector("+33639980001", "", Tlp.RED, null));
  }

  @Test
  void readsATableWithItsQuotesAndSeparators() throws IOException {
    PartnerList list =
        read(
            "\uFEFFcontact;note;TLP;expires\r\n"
                + "+33639980001;\"a \"\"driver\"\"; seen\";amber;2027-01-31\r\n"
                + "a@example.org;;;\r\n");

    assertThat(list.selectors())
        .containsExactly(
            new PartnerSelector(
                "+33639980001", "a \"driver\"; seen", Tlp.AMBER, LocalDate.of(2027, 1, 31)),
            new PartnerSelector("a@example.org", "", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "phone\n+33639980001",
        "{",
        "{\"a\": 1}",
        "[]",
        "contact,tlp\na@example.org,purple",
        "contact,expires\na@example.org,soon",
        "{\"type\":\"bundle\",\"objects\":[{\"type\":\"indicator\",\"pattern\":\"[url:value='x']\",\"valid_until\":\"soon\"}]}"
      })
  void refusesWhatItCannotRead(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining("must");
  }

  @Test
  void countsWhatCannotBeWatchedInExamplesOfTheStandardsBodies() throws IOException {
    PartnerList stix =
        PartnerList.read(
            SharedData.schemas("stix-2.1").resolve("examples/indicator-for-c2-ip-address.json"));
    PartnerList misp =
        PartnerList.read(
            SharedData.schemas("misp").resolve("core-format/examples/event-valid.json"));

    assertThat(stix.selectors()).isEmpty();
    assertThat(stix.unknown()).containsEntry("ipv4-addr", 1);
    assertThat(misp.selectors()).isEmpty();
    assertThat(misp.unknown()).containsEntry("link", 2).containsEntry("md5", 1);
  }

  @Test
  void readsEntitiesThatOthersWroteForFollowTheMoney() throws IOException {
    PartnerList list =
        PartnerList.read(
            SharedData.schemas("followthemoney").resolve("sample-entities.synthetic.ftm.jsonl"));

    assertThat(list.selectors())
        .extracting(PartnerSelector::contact)
        .containsExactly(
            "handle:example messaging service:example_user_1",
            "+33199000001",
            "+33199000001",
            "https://agency.example/",
            "bc1qexampleexampleexampleexampleexample0");
    assertThat(list.unknown())
        .isEqualTo(Map.of("HyperText without contacts", 1, "Mention without contacts", 1));
  }

  private PartnerList read(String text) throws IOException {
    return PartnerList.read(Files.writeString(folder.resolve("list"), text));
  }
}
