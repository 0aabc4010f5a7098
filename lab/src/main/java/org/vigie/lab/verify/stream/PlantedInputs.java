package org.vigie.lab.verify.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * Files of invented adverts, campaigns and repeats among them, with a line now and then that is
 * none.
 *
 * <p>All copies of an advert stand in one file. Which of two copies comes first is then the same
 * however many readers there are, and with it the time at which a cluster was last seen.
 */
public final class PlantedInputs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAD_LINE_EVERY = 97;

  private PlantedInputs() {}

  /** Writes adverts to a number of files in a folder, and returns them. */
  public static List<Path> write(Path folder, long seed, int adverts, int files)
      throws IOException {
    List<StringBuilder> texts = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      texts.add(new StringBuilder());
    }
    int written = 0;
    for (Advert advert : World.generate(new WorldSpec(seed, adverts)).adverts().toList()) {
      StringBuilder text = texts.get(Math.floorMod(advert.id().hashCode(), files));
      text.append(line(advert)).append('\n');
      if (++written % BAD_LINE_EVERY == 0) {
        text.append("line ").append(written).append(" is no JSON\n");
      }
    }
    Files.createDirectories(folder);
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      paths.add(Files.writeString(folder.resolve("adverts-" + i + ".jsonl"), texts.get(i)));
    }
    return paths;
  }

  private static String line(Advert advert) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", advert.sourceId())
            .put("url", advert.url())
            .put("site", advert.site())
            .put("channel", advert.channel().label())
            .put("title", advert.title())
            .put("text", advert.body())
            .put("lang", advert.language())
            .put("country", advert.country())
            .put("place", advert.place())
            .put("posted", advert.time().toString());
    return json.toString();
  }
}
