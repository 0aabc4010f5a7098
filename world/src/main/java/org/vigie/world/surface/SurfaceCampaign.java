package org.vigie.world.surface;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.world.WorldFile;
import org.vigie.world.WorldSpec;

/**
 * One campaign on every {@link Surface}, with ordinary adverts beside it. It is the same in every
 * world, and its number stands in no other advert.
 *
 * @param adverts those of the surfaces that hold texts, by surface and time
 * @param poster lines of the picture
 * @param code what the code holds
 */
public record SurfaceCampaign(List<SurfaceAdvert> adverts, List<String> poster, String code) {
  /** The contact in all of its adverts, as a query: kept free for fiction by Ofcom. */
  public static final String CONTACT = "phone:+447700900051";

  /** What the campaign is called. */
  public static final String NAME = "en-hotel-laundry";

  private static final List<String> SECTIONS =
      List.of("title:", "text:", "campaign:", "others:", "poster:", "code:");

  public SurfaceCampaign {
    adverts = List.copyOf(adverts);
    poster = List.copyOf(poster);
  }

  /** Reads the campaign of this module. */
  public static SurfaceCampaign load() {
    return parse(WorldFile.read("surface/hotel-laundry.txt"));
  }

  static SurfaceCampaign parse(String file) {
    Map<String, String> sections = sections(file);
    List<SurfaceAdvert> adverts = new ArrayList<>();
    for (String row : sections.getOrDefault("campaign:", "").split("\n")) {
      adverts.add(planted(cells(row, 6), sections));
    }
    for (String row : sections.getOrDefault("others:", "").split("\n")) {
      List<String> cells = cells(row, 5);
      adverts.add(advert(cells, false, cells.get(3), cells.get(4)));
    }
    return new SurfaceCampaign(
        adverts,
        List.of(sections.getOrDefault("poster:", "").split("\n")),
        sections.getOrDefault("code:", ""));
  }

  /** Returns how many of the campaign's adverts stand on each surface. */
  public Map<Surface, Integer> planted() {
    Map<Surface, Integer> planted = new EnumMap<>(Surface.class);
    planted.put(Surface.PICTURE, 1);
    planted.put(Surface.CODE, 1);
    adverts.stream()
        .filter(SurfaceAdvert::planted)
        .forEach(advert -> planted.merge(advert.surface(), 1, Integer::sum));
    return planted;
  }

  /** Returns the adverts of a surface by time, the campaign's and others. */
  List<SurfaceAdvert> on(Surface surface) {
    return adverts.stream()
        .filter(advert -> advert.surface() == surface)
        .sorted((a, b) -> a.postedAt().compareTo(b.postedAt()))
        .toList();
  }

  private static Map<String, String> sections(String file) {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    String current = "";
    for (String line : file.lines().filter(line -> !line.startsWith("#")).toList()) {
      String key = SECTIONS.stream().filter(line::startsWith).findFirst().orElse("");
      current = key.isEmpty() ? current : key;
      String rest = line.substring(key.length()).strip();
      if (!rest.isEmpty()) {
        sections.computeIfAbsent(current, name -> new StringBuilder()).append(rest).append('\n');
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((name, text) -> texts.put(name, text.toString().strip()));
    return texts;
  }

  private static List<String> cells(String row, int count) {
    List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
    if (cells.size() != count) {
      throw new IllegalStateException(
          "an advert on a surface must have %d cells, but has %d".formatted(count, cells.size()));
    }
    return cells;
  }

  private static SurfaceAdvert planted(List<String> cells, Map<String, String> sections) {
    return advert(
        cells,
        true,
        filled(sections.getOrDefault("title:", ""), cells),
        filled(sections.getOrDefault("text:", ""), cells));
  }

  private static String filled(String template, List<String> cells) {
    return template
        .replace("{town}", cells.get(2))
        .replace("{who}", cells.get(3))
        .replace("{number}", cells.get(4))
        .replace("{wage}", cells.get(5));
  }

  private static SurfaceAdvert advert(
      List<String> cells, boolean planted, String title, String text) {
    return new SurfaceAdvert(
        Surface.of(cells.get(0)),
        planted,
        WorldSpec.BASE.plus(Duration.ofHours(Long.parseLong(cells.get(1)))),
        cells.get(2),
        title,
        text);
  }
}
