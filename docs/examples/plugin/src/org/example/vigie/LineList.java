package org.example.vigie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.plugin.ReaderPlugin;

/** A list of adverts, a line each: place, a bar, text. */
public final class LineList implements ReaderPlugin {
  @Override
  public String name() {
    return "line-list";
  }

  @Override
  public Set<String> endings() {
    return Set.of("lines");
  }

  @Override
  public void read(String name, InputStream file, Consumer<Advert> adverts) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split("\\|", 2);
      if (parts.length != 2) {
        throw new IOException("a line must have a bar behind its place");
      }
      adverts.accept(
          Advert.builder(Channel.CLASSIFIEDS, name, Instant.EPOCH)
              .place(parts[0].strip())
              .body(parts[1].strip())
              .build());
    }
  }
}
