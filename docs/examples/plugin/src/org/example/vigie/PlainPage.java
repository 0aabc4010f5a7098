package org.example.vigie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;
import org.vigie.advert.plugin.ChannelPlugin;

/** The pages of a board that sends adverts as plain text with empty lines between. */
public final class PlainPage implements ChannelPlugin {
  @Override
  public String name() {
    return "plain-page";
  }

  @Override
  public Set<String> hosts() {
    return Set.of("board.example.org");
  }

  @Override
  public List<Advert> read(Capture page, byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line ->
            Advert.builder(Channel.FORUM, "board.example.org", page.fetchedAt())
                .url(page.url())
                .body(line)
                .build())
        .toList();
  }
}
