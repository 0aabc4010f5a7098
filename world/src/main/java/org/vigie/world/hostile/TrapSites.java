package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;

/** Sites without end. Their pages say next to nothing new. */
final class TrapSites {
  private TrapSites() {}

  static List<HostileBehaviour> all() {
    return List.of(
        trap("calendar", "has a page for every day there will ever be", TrapSites::calendar),
        trap(
            "session-ids",
            "gives every link a new session",
            (target, wire) -> {
              int id = Math.floorMod(target.hashCode() * 31, 1_000_000_007);
              links(wire, "/list;jsessionid=" + id + "A", "/list?sid=" + id + "b");
            }),
        trap(
            "path-growth",
            "has links that make their own path longer",
            (target, wire) -> links(wire, target + "more/", target + "and/")),
        trap(
            "soft-404",
            "has a page for every address, all of them the same",
            (target, wire) -> links(wire, "/a" + target.hashCode(), "/b" + target.hashCode())),
        trap(
            "facets",
            "combines filters without end",
            (target, wire) -> {
              String query = target.contains("?") ? target.substring(2) + "&" : "";
              links(wire, "/?" + query + "color=" + target.length(), "/?" + query + "size=1");
            }),
        trap(
            "parameter-order",
            "has the same filters in any order",
            (target, wire) -> links(wire, "/?a=" + target.hashCode() + "&b=1", "/?b=1&a=2")));
  }

  private static HostileBehaviour trap(String name, String does, HostileBehaviour.Conduct conduct) {
    return of(name, does, "fetched", conduct).within(60);
  }

  private static void calendar(String target, Wire wire) throws Exception {
    int day = target.startsWith("/day/") ? Integer.parseInt(target.substring(5)) : 0;
    links(wire, "/day/" + (day + 1), "/day/" + (day + 30));
  }

  private static void links(Wire wire, String one, String other) throws Exception {
    wire.page(
        "<p>Nothing is planned for this day.<a href='"
            + one
            + "'>1</a><a href='"
            + other
            + "'>2</a>");
  }
}
