package org.vigie.world.hostile;

import java.util.List;
import java.util.stream.Stream;

/** All ways to misbehave that are known here. */
public final class HostileBehaviours {
  private HostileBehaviours() {}

  public static List<HostileBehaviour> all() {
    return Stream.of(
            SlowFaults.all(),
            HeadFaults.all(),
            FramingFaults.all(),
            CodingFaults.all(),
            RedirectFaults.all(),
            MarkupFaults.all(),
            DoorFaults.all(),
            RobotsFaults.all(),
            TrapSites.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns an ordinary host: a home page with links to so many pages more. */
  public static HostileBehaviour ordinary(String name, int pages) {
    StringBuilder home = new StringBuilder("<p>Home");
    for (int i = 1; i <= pages; i++) {
      home.append("<a href=/p").append(i).append(">p</a>");
    }
    String text = "<p>" + "Kitchen help wanted in a small hotel. ".repeat(100);
    return HostileBehaviour.of(
        name,
        "is as it should be",
        "fetched",
        (target, wire) -> wire.page(target.equals("/") ? home.toString() : text + target));
  }
}
