package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.SharedData;
import org.vigie.exchange.marking.Tlp;

class HtcdsTableTest {
  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7, Example", Tlp.AMBER, Adverts.NOON);
  private static final String DETAILS = "cas_IncomingReferralDetails";

  @Test
  void hasTheCoreFieldsOfTheFieldListInItsOrder() throws Exception {
    Path file = SharedData.schemas("htcds").resolve("fields-2.0.Field_Standards.csv");
    List<String> core = new ArrayList<>();
    for (List<String> row : Csv.rows(Files.readString(file))) {
      if (row.size() > 6 && row.get(1).equals("DRAFT") && row.get(2).equals("Core")) {
        core.add(row.get(6));
      }
    }

    assertThat(core).hasSizeGreaterThan(30);
    assertThat(Csv.columns(written(PaidAdverts.of("One", 0, 0, ""))))
        .containsExactlyElementsOf(core);
  }

  @Test
  void writesInEachFieldWhatTheListAndTheFormAllow() throws Exception {
    Path folder = SharedData.schemas("htcds");
    List<List<String>> list =
        Csv.rows(Files.readString(folder.resolve("fields-2.0.Field_Standards.csv")));
    Set<String> inForm = form(Files.readString(folder.resolve("htcds_xlsform.xml")));
    int picked = 0;
    for (Map.Entry<String, String> cell :
        row(PaidAdverts.of("One", 0, 0, "", PaidAdverts.PHONE)).entrySet()) {
      if (cell.getValue().isEmpty()) {
        continue;
      }
      assertThat(inForm).as("the form asks for it").contains(plain(cell.getKey()));
      List<String> field =
          list.stream()
              .filter(each -> each.size() > 6 && each.get(6).equals(cell.getKey()))
              .findFirst()
              .orElseThrow();
      if (field.get(7).contains("Picklist")) {
        assertThat(field.get(9).split("\\s+")).contains(cell.getValue());
        picked++;
      }
    }
    assertThat(picked).isEqualTo(1);
  }

  /** The form writes {@code prs_First_Name} where the list has {@code prs_FirstName}. */
  private static String plain(String field) {
    return field.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Set<String> form(String xml) {
    Set<String> fields = new HashSet<>();
    Matcher matcher = Pattern.compile("ref=\"/data/(\\w+)\"").matcher(xml);
    while (matcher.find()) {
      fields.add(plain(matcher.group(1)));
    }
    return fields;
  }

  @Test
  void saysNothingOfAPersonWhomNobodyMet() {
    Map<String, String> row =
        row(PaidAdverts.of("One", 0, 0, "", PaidAdverts.PHONE, PaidAdverts.TELEGRAM));

    for (Map.Entry<String, String> cell : row.entrySet()) {
      boolean filled = !PartnerFormat.HTCDS.leftToFill().contains(cell.getKey());
      assertThat(!cell.getValue().isEmpty()).as(cell.getKey()).isEqualTo(filled);
    }
    assertThat(PartnerFormat.HTCDS.leftToFill())
        .contains("con_Consent", "prs_MobilePhone", "vic_TraffickingStatus")
        .hasSize(35);
    assertThat(row)
        .containsEntry("cas_ReferringOrganisation", "Unit 7, Example")
        .containsEntry("cas_ReasonForIncomingReferral", "Other");
    assertThat(row.get(DETAILS))
        .contains("TLP:AMBER", "Place that it states: Lyon, FR", "phone:+447700900123")
        .contains("nobody is known to be a victim", "an estimate for a person to check");
  }

  @Test
  void makesARowOfACluster() {
    SharedAdvert one = PaidAdverts.of("One", 0, 0, "c-1");
    SharedAdvert two = PaidAdverts.of("Two", 1, 0, "c-1");
    SharedAdvert other = PaidAdverts.of("Other", 2, 0, "");

    List<Map<String, String>> rows = Csv.read(written(one, other, two, one));

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().get(DETAILS))
        .startsWith("c-1: a lead")
        .containsOnlyOnce("Advert " + one.id())
        .contains("Advert " + two.id())
        .doesNotContain(other.id());
    assertThat(rows.getLast().get(DETAILS)).startsWith(other.id() + ": a lead");
  }

  @Test
  void namesAdvertsThatACellHasNoRoomFor() {
    SharedAdvert[] many = new SharedAdvert[250];
    for (int i = 0; i < many.length; i++) {
      many[i] = PaidAdverts.of("Advert " + i, i, 0, "c-1");
    }

    String details = Csv.read(written(many)).getFirst().get(DETAILS);

    assertThat(details.length()).isLessThanOrEqualTo(ReferralText.LONGEST);
    assertThat(details)
        .containsPattern(
            "Further adverts, which have no room here: (a-[0-9a-f]+ )+… and \\d+ more$");
    Matcher left = Pattern.compile(" … and (\\d+) more$").matcher(details);
    assertThat(left.find()).isTrue();
    List<String> named =
        Arrays.stream(many).map(SharedAdvert::id).filter(details::contains).toList();
    assertThat(named).hasSize(many.length - Integer.parseInt(left.group(1)));
  }

  @Test
  void leavesACellsRoomForEscapes() {
    List<SharedAdvert> many = new ArrayList<>();
    Contact odd = Contact.declared(ContactType.HANDLE, "telegram:" + "x\u200B,=".repeat(400));
    for (int i = 0; i < 40; i++) {
      many.add(PaidAdverts.of("\u200B".repeat(4_000) + i, i, 0, "c-1", odd, PaidAdverts.PHONE));
    }

    String details = Csv.read(PartnerFormat.HTCDS.write(HEADER, many)).getFirst().get(DETAILS);

    assertThat(details.length()).isBetween(20_000, 32_767);
    assertThat(details).contains("<U+200B><U+200B>", " (cut)");
  }

  @Test
  void cutsNoContactInTwo() {
    Contact[] contacts = new Contact[200];
    Arrays.setAll(
        contacts, i -> Contact.declared(ContactType.HANDLE, "telegram:example_" + (1_000_000 + i)));

    String details = row(PaidAdverts.of("One", 0, 0, "", contacts)).get(DETAILS);

    assertThat(details).containsPattern("; handle:telegram:example_\\d{7} … and \\d+ more\n");
  }

  @Test
  void ofNoAdvertSaysHowFarItMayGo() {
    assertThat(Csv.read(written()))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry(DETAILS, "none named. Handling: TLP:AMBER")
                .containsEntry("cas_ReferringOrganisation", ""));
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(ReferralText.cut("n".repeat(91) + "\uD83D\uDE00".repeat(10), 100))
        .isEqualTo("n".repeat(91) + " … (cut)");
    assertThat(ReferralText.cut("short", 100)).isEqualTo("short");
  }

  private static Map<String, String> row(SharedAdvert advert) {
    return Csv.read(written(advert)).getFirst();
  }

  private static String written(SharedAdvert... adverts) {
    return PartnerFormat.HTCDS.write(HEADER, List.of(adverts));
  }
}
