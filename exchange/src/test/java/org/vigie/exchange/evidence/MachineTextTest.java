package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Entities;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.partner.SharedAdvert;

/** What a program read in a picture is never handed on as what a site showed as text. */
class MachineTextTest {
  private static final AssessedAdvert ADVERT = Adverts.withPicture();

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void prepare() {
    data = folder.resolve("package/data");
  }

  @Test
  void standsUnderMachineAssessmentWithItsProgram() throws Exception {
    String html = report(Locale.ENGLISH);
    int machine = html.indexOf("class=\"machine\"");

    assertThat(html.substring(html.indexOf("class=\"fact\""), machine))
        .contains("Passport is kept")
        .doesNotContain("Papers", "33639980002", Advert.PICTURES, "pdq", "\u25A3");
    assertThat(html.substring(machine))
        .containsSubsequence(
            "<h5>Machine text: read by a program in pictures</h5>",
            "Read by Tesseract (OCR), ZXing (QR), which errs",
            "<mark>Papers stay</mark> with us",
            "<h5>Computed by a program from pictures</h5>",
            Advert.PICTURE_HASHES,
            "+33639980002 (machine text: read by a program in a picture)");
    assertThat(html.substring(0, html.indexOf("<section>")))
        .contains("In 1 of them, a program read text in pictures (Tesseract (OCR), ZXing (QR))");
  }

  @Test
  void isSaidBelowAQuoteThatLiesInAPictureAndBelowNoOther() throws Exception {
    String signs = report(Locale.ENGLISH);
    signs = signs.substring(signs.indexOf("<h5>Published signs found</h5>"));

    assertThat(quote(signs, "Passport is kept")).doesNotContain("machine text");
    assertThat(quote(signs, "Papers stay"))
        .contains("(machine text: read by a program in a picture)");
  }

  @Test
  void isSaidInTheReadersLanguageAndInThePdf() throws Exception {
    assertThat(report(Locale.FRENCH)).contains("<h5>Texte lu par une machine dans des images</h5>");
    assertThat(RenditionsTest.text(data.resolve("report.pdf")))
        .contains("Texte lu par une machine dans des images", "Tesseract (OCR)");
  }

  @Test
  void isAnAnalysisInTheGraphAndNotTheTextOfTheMessage() throws Exception {
    report(Locale.ENGLISH);
    JsonNode graph =
        new ObjectMapper().readTree(data.resolve("case.jsonld").toFile()).get("@graph");

    assertThat(graph.findValuesAsText("uco-observable:messageText"))
        .containsExactly(ADVERT.advert().ownText());
    JsonNode read = named(graph, "text read in pictures by a program (OCR)");
    assertThat(read.path("@type").toString()).contains("uco-analysis:AnalyticResult");
    assertThat(read.path("uco-core:statement").get(0).asText())
        .isEqualTo(ADVERT.advert().pictureText());
    assertThat(named(graph, "read by a machine in pictures").at("/uco-action:result/@id"))
        .isEqualTo(read.path("@id"));
    assertThat(named(graph, "Tesseract (OCR), ZXing (QR)").path("@type").toString())
        .contains("uco-tool:AnalyticTool");
  }

  @Test
  void isWhatAProgramReadInWordsToo() throws Exception {
    Entities entities =
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of(), List.of("0639980077"));
    AssessedAdvert numbered =
        new AssessedAdvert(
            ADVERT.advert(),
            "en",
            ADVERT.contacts(),
            entities,
            ADVERT.indicators(),
            ADVERT.assessments());
    new EvidencePackage(folder, SigningKey.make(folder.resolve("key")), Locale.ENGLISH)
        .write(
            Dossiers.of(numbered, WithheldCaptures.nothing()),
            data.getParent(),
            (content, hash) -> {});

    String html = Files.readString(data.resolve("report.html"));
    int machine = html.indexOf("class=\"machine\"");
    assertThat(html.substring(0, machine)).doesNotContain("0639980077");
    assertThat(html.substring(machine)).contains("0639980077 (digits that the text spells");
    JsonNode graph =
        new ObjectMapper().readTree(data.resolve("case.jsonld").toFile()).get("@graph");
    assertThat(graph.findValuesAsText("uco-observable:phoneNumber")).doesNotContain("0639980077");
    assertThat(named(graph, "numbers that the text spells in words").path("uco-core:statement"))
        .singleElement()
        .satisfies(digits -> assertThat(digits.asText()).isEqualTo("0639980077"));
  }

  @ParameterizedTest
  @EnumSource(
      value = PartnerFormat.class,
      names = {"MISP", "STIX", "HTCDS"})
  void standsApartForPartnersToo(PartnerFormat format) {
    String written =
        format.write(
            new ExportHeader("Unit 7", Tlp.AMBER, Adverts.NOON),
            List.of(new SharedAdvert(ADVERT, "")));

    int said = written.indexOf("Read by a program in pictures (OCR)");
    assertThat(said).isPositive();
    assertThat(written.indexOf("Papers stay with us")).isGreaterThan(said);
  }

  @Test
  void isAllThatThereIsOfAnAdvertWithoutTextOfItsOwn() throws Exception {
    Advert pattern = ADVERT.advert();
    Advert picture =
        Advert.builder(pattern.channel(), "example.org", Adverts.NOON)
            .field(Advert.PICTURES, pattern.pictureText())
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(
            picture, "en", List.of(), ADVERT.entities(), List.of(), ADVERT.assessments());

    new EvidencePackage(folder, SigningKey.make(folder.resolve("key")), Locale.ENGLISH)
        .write(
            Dossiers.of(assessed, WithheldCaptures.nothing()),
            data.getParent(),
            (content, hash) -> {});

    assertThat(data.resolve("case.jsonld")).content().doesNotContain("messageText");
    assertThat(picture.fields()).isEqualTo(Map.of(Advert.PICTURES, pattern.pictureText()));
  }

  private String report(Locale language) throws Exception {
    new EvidencePackage(folder, SigningKey.make(folder.resolve("key")), language)
        .write(
            Dossiers.of(ADVERT, WithheldCaptures.nothing()),
            data.getParent(),
            (content, hash) -> {});
    return Files.readString(data.resolve("report.html"));
  }

  private static String quote(String signs, String words) {
    int at = signs.indexOf(words);
    return signs.substring(at, signs.indexOf("</blockquote>", at));
  }

  private static JsonNode named(JsonNode graph, String name) {
    for (JsonNode node : graph) {
      if (node.path("uco-core:name").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("the graph must have a node named " + name + ", but has none");
  }
}
