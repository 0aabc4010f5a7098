package org.vigie.world.surface;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.world.JsonText;

/** The files of a campaign that somebody hands in: two pictures, a chat and a list. */
public final class ReceivedFiles {
  private static final List<String> COLUMNS = List.of("posted", "place", "title", "text");

  private static final String CHAT =
      """
      {
       "name": "Seaside notices",
       "type": "public_supergroup",
       "id": 1000000051,
       "messages": [
        %s
       ]
      }
      """;

  private final SurfaceCampaign campaign;

  public ReceivedFiles(SurfaceCampaign campaign) {
    this.campaign = campaign;
  }

  /** Writes them into a folder, which is made. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Surface picture : List.of(Surface.PICTURE, Surface.CODE)) {
      Files.write(folder.resolve(picture.place()), drawn(picture));
    }
    Files.writeString(folder.resolve(Surface.CHAT.place()), chat());
    try (OutputStream out = Files.newOutputStream(folder.resolve(Surface.SHEET.place()))) {
      SheetFile.write(rows(), out);
    }
  }

  /** Pictures lie drawn beside this class: many machines have no font. */
  private static byte[] drawn(Surface picture) throws IOException {
    try (InputStream in = ReceivedFiles.class.getResourceAsStream(picture.place())) {
      if (in == null) {
        throw new IOException(
            "%s must lie beside this class, but doesn't".formatted(picture.place()));
      }
      return in.readAllBytes();
    }
  }

  /** Telegram Desktop writes over many lines; everybody posts in the group once. */
  private String chat() {
    List<SurfaceAdvert> adverts = campaign.on(Surface.CHAT);
    return CHAT.formatted(
        adverts.stream()
            .map(advert -> JsonText.write(message(1 + adverts.indexOf(advert), advert)))
            .collect(Collectors.joining(",\n  ")));
  }

  private static Map<String, Object> message(int id, SurfaceAdvert advert) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("type", "message");
    message.put("date", advert.postedAt().toString().replace("Z", ""));
    message.put("date_unixtime", String.valueOf(advert.postedAt().getEpochSecond()));
    message.put("from", "Guest " + (100 + id));
    message.put("text", advert.title() + "\n" + advert.text());
    return message;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
    for (SurfaceAdvert advert : campaign.on(Surface.SHEET)) {
      rows.add(
          List.of(advert.postedAt().toString(), advert.place(), advert.title(), advert.text()));
    }
    return rows;
  }
}
