package org.vigie.web.pages.group;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Channel;
import org.vigie.web.Visit;

/**
 * Which clusters or networks a person asked for.
 *
 * @param least fewest adverts that they have, one of {@link #SIZES}
 * @param channel label of the channel that most of their adverts stand in, or empty
 */
public record GroupForm(int least, String channel) {
  /** Fewest adverts to choose from: one advert alone is no cluster. */
  public static final List<Integer> SIZES = List.of(2, 5, 10, 50, 100, 1_000);

  static GroupForm of(Visit visit) {
    String least = visit.query("least").strip();
    String channel = visit.query("channel").strip();
    return new GroupForm(
        SIZES.stream()
            .filter(size -> size.toString().equals(least))
            .findFirst()
            .orElse(SIZES.getFirst()),
        channels().contains(channel) ? channel : "");
  }

  /** Returns the labels of the channels to choose from. */
  public static List<String> channels() {
    return Arrays.stream(Channel.values()).map(Channel::label).toList();
  }

  /** Returns whether it asks for some of them alone. */
  public boolean isNarrow() {
    return least > SIZES.getFirst() || !channel.isEmpty();
  }

  /** Returns what the address of the list says of it. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("least", least == SIZES.getFirst() ? "" : String.valueOf(least));
    query.put("channel", channel);
    return query;
  }
}
