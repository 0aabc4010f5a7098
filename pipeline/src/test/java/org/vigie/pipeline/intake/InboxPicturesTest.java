package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.pipeline.workspace.Workspace;

class InboxPicturesTest extends PicturesOfInbox {
  @Test
  void readsThePicturesThatLinesName() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl",
        text("{\"text\":\"see picture\",\"pictures\":[\"flyer.png\"]}\n{\"text\":\"y\"}\n"));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read).hasSize(2);
    Advert advert = advert(read.get(0));
    assertThat(advert.text()).isEqualTo("see picture\n\u25A3 " + ADDRESS);
    assertThat(advert.body()).isEqualTo("see picture");
    assertThat(advert.fields().get(Advert.PICTURE_HASHES)).hasSize(64);
    assertThat(advert.fields()).doesNotContainKey("pictures");
  }

  @Test
  void makesAnAdvertOfAPictureThatNothingNames() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write("in/empty.png", file(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read).hasSize(1);
    assertThat(advert(read.get(0)).text()).isEqualTo("\u25A3 " + ADDRESS);
    assertThat(advert(read.get(0)).body()).isEmpty();
  }

  @Test
  void readsThePhotographsOfAChatsMessages() throws Exception {
    String chat =
        """
        {"name":"jobs","type":"public_channel","id":1,"messages":[
          {"id":1,"type":"message","date":"2026-01-02T10:00:00","from":"x",
           "photo":"photos/1.png","text":""},
          {"id":2,"type":"message","date":"2026-01-02T10:01:00","from":"x",
           "photo":"../outside.png","text":"hello"}]}
        """;
    write("outside.png", code("https://chat.example.org/outside"));
    write("in/result.json", text(chat));
    write("in/photos/1.png", code(ADDRESS));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read.stream().filter(intake -> intake.advert() != null))
        .extracting(intake -> advert(intake).text())
        .containsExactly("\u25A3 " + ADDRESS, "hello");
    assertThat(read.stream().filter(intake -> intake.deadLetter() != null))
        .extracting(intake -> Objects.requireNonNull(intake.deadLetter()).kind())
        .containsExactly("picture-missing");
  }

  @Test
  void readsTheSameFromAZip() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "export/photos/1.png", code(ADDRESS));
      put(zip, "export/alone.png", code(ADDRESS + "2"));
      put(
          zip,
          "export/_chat.txt",
          text(
              "[02.01.26, 10:00:00] Ann: \u200e<attached: 1.png>\n[02.01.26, 10:01:00] Ann: bye\n"));
      put(zip, "export/1.png", code(ADDRESS + "1"));
    }
    write("chat.zip", out.toByteArray());

    assertThat(read(folder.resolve("chat.zip")))
        .extracting(intake -> advert(intake).text())
        .containsExactlyInAnyOrder(
            "\u25A3 " + ADDRESS + "1", "bye", "\u25A3 " + ADDRESS, "\u25A3 " + ADDRESS + "2");
  }

  @Test
  void tellsOfEachLineOfAZipThatSaysNothingOfAnAdvert() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "ads.jsonl",
          text(
              """
              {"text":"Room to let in Lyon, from today, with a view of the river"}
              {"message":"Second room in Paris, call +33 6 39 98 00 12 today","author":"x"}
              {"id":3,"text":null}
              """));
    }
    write("ads.zip", out.toByteArray());

    List<Intake> read = read(folder.resolve("ads.zip"));

    assertThat(read).filteredOn(intake -> intake.advert() != null).hasSize(1);
    assertThat(read)
        .filteredOn(intake -> intake.deadLetter() != null)
        .extracting(intake -> intake.deadLetter().kind())
        .containsExactly("no-text", "no-text");
  }

  @Test
  void readsThePicturesOfASavedPage() throws Exception {
    String page =
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://board.example.org/ad/1
        Content-Type: multipart/related; type="text/html"; boundary="X"

        --X
        Content-Type: text/html
        Content-Location: https://board.example.org/ad/1

        <html><head><meta property="og:image" content="https://board.example.org/1.png">
        <title>Work abroad</title></head><body><h1>Work abroad</h1>
        <p>We look for people who want to work abroad, with a room and food, starting at once.</p>
        </body></html>
        --X
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://board.example.org/1.png

        %s
        --X--
        """
            .formatted(Base64.getMimeEncoder().encodeToString(code(ADDRESS)));
    write("page.mht", text(page));

    List<Intake> read = read(folder.resolve("page.mht"));

    assertThat(read).hasSize(1);
    assertThat(advert(read.get(0)).text()).startsWith("Work abroad").endsWith("\u25A3 " + ADDRESS);
  }

  @Test
  void readsNothingOfAKnownPictureAndSaysThatItIsOne() throws Exception {
    byte[] picture = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture))));
    known.add(folder.resolve("known.txt"));
    write("in/flyer.png", picture);

    List<Intake> read = read(folder.resolve("in"));

    assertThat(advert(read.get(0)).text()).isEqualTo("\u25A3");
    assertThat(advert(read.get(0)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
  }

  @Test
  void keepsAsideWhatCanNotBeDecodedWithItsReason() throws Exception {
    write("in/drawing.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
    write("in/cut.png", Arrays.copyOf(code(ADDRESS), 90));

    assertThat(read(folder.resolve("in")))
        .extracting(intake -> Objects.requireNonNull(intake.deadLetter()).kind())
        .containsExactlyInAnyOrder("picture-of-other-kind", "picture-broken");
  }

  @Test
  void leavesPicturesAloneUnlessAsked() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl", text("{\"text\":\"see picture\",\"fields\":{\"pictures\":\"flyer.png\"}}\n"));
    Inbox inbox = new Inbox(new Workspace(folder.resolve("ws")), Clock.fixed(NOW, ZoneOffset.UTC));

    inbox.accept(folder.resolve("in"), Map.of(), MANDATE);

    assertThat(inbox.passedOver()).containsExactly(folder.resolve("in/flyer.png"));
  }

  @Test
  void refusesAPhotographWithoutAWord() throws Exception {
    write("empty.png", file(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)));

    assertThatThrownBy(() -> read(folder.resolve("empty.png")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("must hold a text or a code");
  }
}
