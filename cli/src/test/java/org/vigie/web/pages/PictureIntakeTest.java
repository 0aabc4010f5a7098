package org.vigie.web.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.casework.people.Scope;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.surface.ReceivedFiles;
import org.vigie.world.surface.Surface;
import org.vigie.world.surface.SurfaceCampaign;

/** Pictures in files that people and programs hand in. */
class PictureIntakeTest {
  /** How the text of the code begins. */
  private static final String SAID =
      SurfaceCampaign.load().code().lines().findFirst().orElseThrow();

  @TempDir Path folder;
  @TempDir Path scratch;
  private ServedConsole served;

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void areReadInAChatExportThatAProgramHandsIn() throws Exception {
    serve(Set.of(Mandate.Permission.PICTURES));

    HttpResponse<String> answer = send("chat.zip", chat());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode taken = new ObjectMapper().readTree(answer.body());
    assertThat(taken.path("adverts").asInt()).isEqualTo(2);
    assertThat(taken.path("unread").asInt()).isZero();
    assertThat(taken.at("/pictures/read").asInt()).isEqualTo(1);
    assertThat(accepted()).hasSize(1);
    assertThat(Files.readString(accepted().getFirst()))
        .contains(Advert.PICTURE_MARK, SAID, "\"" + Advert.PICTURE_HASHES + "\":");
    assertThat(keepsNoPicture()).isTrue();
  }

  @Test
  void areReadWhereAPersonDropsOne() throws Exception {
    serve(Set.of(Mandate.Permission.PICTURES));
    Browser analyst = served.as("analyst");
    analyst.get("/intake");

    HttpResponse<String> looked = analyst.upload("/intake", "flyer.png", code());

    assertThat(Jsoup.parse(looked.body()).select("main").text())
        .contains("One advert; all can be read.", "Pictures read: 1");
    analyst.post(looked.uri().getPath(), Map.of("decision", "take"));
    assertThat(Files.readString(accepted().getFirst())).contains(SAID);
    assertThat(keepsNoPicture()).isTrue();
  }

  @Test
  void areComparedWithKnownMaterialBeforeAnythingIsReadInThem() throws Exception {
    byte[] picture = code();
    Files.writeString(folder.resolve("known.txt"), Sha256.hex(picture));
    Files.writeString(folder.resolve("vigie.yaml"), "pictures:\n  known: known.txt\n");
    serve(Set.of(Mandate.Permission.PICTURES));

    JsonNode taken = new ObjectMapper().readTree(send("flyer.png", picture).body());

    assertThat(taken.at("/pictures/known").asInt()).isEqualTo(1);
    assertThat(taken.at("/pictures/read").asInt()).isZero();
    assertThat(Files.readString(accepted().getFirst()))
        .contains("\"" + Advert.KNOWN_PICTURE + "\":\"true\"")
        .doesNotContain(SAID);
  }

  @Test
  void areNotReadWhileAListOfKnownMaterialIsBroken() throws Exception {
    Files.writeString(folder.resolve("known.txt"), "no hash\n");
    Files.writeString(folder.resolve("vigie.yaml"), "pictures:\n  known: known.txt\n");
    serve(Set.of(Mandate.Permission.PICTURES));

    HttpResponse<String> first = send("flyer.png", code());
    HttpResponse<String> next =
        send("list.txt", "Cooks wanted in Leeds, call Anna".getBytes(UTF_8));

    assertThat(List.of(first, next))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .allSatisfy(answer -> assertThat(answer.body()).contains("pictures.known", "known.txt"));
    assertThat(accepted()).isEmpty();
  }

  @Test
  void areCountedAndNotReadWhereTheMandatePermitsNone() throws Exception {
    serve(Set.of());

    JsonNode taken = new ObjectMapper().readTree(send("chat.zip", chat()).body());
    HttpResponse<String> alone = send("flyer.png", code());

    assertThat(taken.path("adverts").asInt()).isEqualTo(1);
    assertThat(taken.path("unread").asInt()).isEqualTo(1);
    assertThat(taken.at("/letters/0/kind").asText()).isEqualTo("pictures-not-permitted");
    assertThat(taken.at("/letters/0/reason").asText()).endsWith("not read: 1");
    assertThat(Files.readString(accepted().getFirst())).doesNotContain(SAID);
    assertThat(alone.statusCode()).isEqualTo(400);
    assertThat(alone.body()).contains("permits: pictures").doesNotContain(folder.toString());
    assertThat(accepted()).hasSize(1);
  }

  private void serve(Set<Mandate.Permission> permits) {
    served = ServedConsole.on(new Workspace(folder));
    Mandate usual = served.mandate;
    served.mandate =
        new Mandate(
            usual.authority(),
            usual.legalBasis(),
            usual.purpose(),
            usual.caseId(),
            usual.approvedBy(),
            usual.validUntil(),
            permits);
  }

  private HttpResponse<String> send(String name, byte[] body) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/api/v1/adverts?name=%s".formatted(served.console.port(), name));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + served.token("analyst", Set.of(Scope.INTAKE)))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private List<Path> accepted() throws IOException {
    List<Path> kept = new ArrayList<>();
    for (InputManifest input : new Inbox(new Workspace(folder), Clock.systemUTC()).accepted()) {
      kept.add(Path.of(input.path()));
    }
    return kept;
  }

  /** Returns whether no file of the workspace holds a PNG, which begins as all do. */
  private boolean keepsNoPicture() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, ISO_8859_1).contains("\u0089PNG")) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns an export of two messages, one of which is a picture alone. */
  private byte[] chat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "WhatsApp/IMG-1.png", code());
      put(
          zip,
          "WhatsApp/_chat.txt",
          "[02.01.26, 10:00:00] Ann: \u200e<attached: IMG-1.png>\n[02.01.26, 10:01:00] Ann: bye\n"
              .getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  /** Returns a drawn picture that has nothing but a code. */
  private byte[] code() throws IOException {
    Path drawn = scratch.resolve("drawn");
    new ReceivedFiles(SurfaceCampaign.load()).writeTo(drawn);
    return Files.readAllBytes(drawn.resolve(Surface.CODE.place()));
  }
}
