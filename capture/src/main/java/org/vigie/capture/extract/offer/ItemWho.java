package org.vigie.capture.extract.offer;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.offer.ItemCells.Cell;

/**
 * Who offers the items of a list, and where, where no element is called so: the column that stands
 * below such a heading, behind such a sign, leads to members or firms, or holds names of firms; in
 * a list of vacancies, what stands right behind the title.
 */
final class ItemWho {
  private static final int MAX_ITEMS = 300;
  private static final int MAX_WORDS = 6;

  private final Map<String, CellColumn> columns = new LinkedHashMap<>();
  private final Map<Element, Map<Part, String>> found = new IdentityHashMap<>();
  private final Predicate<String> dates;
  private final boolean vacancies;
  private final Set<String> places = new HashSet<>();
  private boolean placed;
  private int items;

  private ItemWho(Predicate<String> dates, boolean vacancies) {
    this.dates = dates;
    this.vacancies = vacancies;
  }

  /**
   * Looks through the items of a list.
   *
   * @param titles what each item is called
   * @param places where each is, as far as an element is called so, or empty
   * @param dates tells whether a text is a date and no more
   * @param vacancies whether the list is one of vacancies
   */
  static ItemWho of(
      List<Element> items,
      List<String> titles,
      List<String> places,
      Predicate<String> dates,
      boolean vacancies) {
    ItemWho who = new ItemWho(dates, vacancies);
    who.places.addAll(places);
    who.placed = 2 * places.stream().filter(place -> !place.isEmpty()).count() > items.size();
    Map<Element, Map<Element, Part>> heads = new IdentityHashMap<>();
    for (int i = 0; i < Math.min(items.size(), MAX_ITEMS); i++) {
      who.look(items.get(i), titles.get(i), heads);
    }
    who.choose();
    return who;
  }

  /** Returns what an item's cell says of a part, or empty. */
  String get(Element item, Part part) {
    return found.getOrDefault(item, Map.of()).getOrDefault(part, "");
  }

  private void look(Element item, String title, Map<Element, Map<Element, Part>> heads) {
    items++;
    ItemCells cells = ItemCells.of(item, title);
    for (Cell cell : cells.cells()) {
      boolean titled = title.contains(cell.text()) && title.length() > cell.text().length() * 2;
      if (titled && heading(cell, item, heads) == null) {
        continue;
      }
      CellColumn column = columns.computeIfAbsent(cell.column(), key -> new CellColumn());
      if (column.add(item, cell)) {
        note(column, cell, item, heads);
        if (cells.titleAt() >= 0 && cell.order() >= cells.titleAt()) {
          column.addBehind(cell.order() - cells.titleAt());
        }
      }
    }
  }

  private void note(
      CellColumn column, Cell cell, Element item, Map<Element, Map<Element, Part>> heads) {
    if (isName(cell.text())) {
      column.addName();
    }
    Part part = heading(cell, item, heads);
    part = part == null ? WhoSigns.ofIcon(cell.before()) : part;
    part = part == null ? WhoSigns.ofLink(cell.holder(), item) : part;
    if (part != null) {
      column.addTold(part);
    }
  }

  private static @Nullable Part heading(
      Cell cell, Element item, Map<Element, Map<Element, Part>> heads) {
    Element table = item.normalName().equals("tr") ? item.closest("table") : null;
    if (table == null) {
      return null;
    }
    Element td = cell.holder();
    while (td.parent() != null && td.parent() != item) {
      td = td.parent();
    }
    return heads.computeIfAbsent(table, TableHead::parts).get(td);
  }

  private boolean isName(String text) {
    return TextBlock.words(text) <= MAX_WORDS
        && text.codePoints().anyMatch(Character::isLetter)
        && !text.endsWith(":")
        && !PriceShape.isIn(text)
        && !AgoShape.isAlone(text)
        && !dates.test(text)
        && !ContactShape.isIn(text);
  }

  private void choose() {
    Map<Part, CellColumn> best = new EnumMap<>(Part.class);
    Map<Part, Integer> points = new HashMap<>();
    for (CellColumn column : columns.values()) {
      if (!column.mayTell(items)) {
        continue;
      }
      for (Part part : new Part[] {Part.AUTHOR, Part.EMPLOYER, Part.PLACE}) {
        int own = column.points(part);
        if (own > points.getOrDefault(part, 0)) {
          points.put(part, own);
          best.put(part, column);
        }
      }
    }
    if (!best.containsKey(Part.AUTHOR) && !best.containsKey(Part.EMPLOYER) && vacancies) {
      chooseBehindTitle(best);
    }
    best.forEach(this::take);
  }

  private void chooseBehindTitle(Map<Part, CellColumn> best) {
    List<CellColumn> next = behindTitle(best.get(Part.PLACE));
    boolean known = placed || best.containsKey(Part.PLACE);
    boolean headed = !next.isEmpty() && next.getFirst().isHeadings();
    if (known && !next.isEmpty() || headed || next.size() > 1) {
      best.put(Part.EMPLOYER, next.getFirst());
    }
    if (!known && next.size() > 1) {
      best.put(Part.PLACE, next.get(1));
    }
  }

  private void take(Part part, CellColumn column) {
    column
        .bare()
        .forEach((item, text) ->
            found.computeIfAbsent(item, key -> new EnumMap<>(Part.class)).put(part, text));
  }

  /**
   * Returns the columns of names behind the titles whose cells differ, the nearest first: in lists
   * of vacancies these are who employs, and then where.
   */
  private List<CellColumn> behindTitle(@Nullable CellColumn place) {
    return columns.values().stream()
        .filter(column -> column != place && column.isOfNamesBehind(items, places))
        .sorted(Comparator.comparingDouble(CellColumn::distance))
        .toList();
  }
}
