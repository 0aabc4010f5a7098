package org.vigie.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A site with few adverts among much else: one page in twenty is an advert.
 *
 * <p>Adverts and twice as many goods share the addresses {@code /item/ID} and stand on lists that
 * share theirs, by rubric; in each fourth rubric four of five items are adverts, in the others one
 * of about twenty. All pages have a menu; news, threads, people and subjects link to items at
 * random. What tells an advert before it is fetched is thus the list that it stands on and, where
 * anchors tell, some of their words, coined per kind of page in three scripts.
 */
public final class DirectorySite {
  private static final int RUBRICS = 16;
  private static final int ITEMS_A_LIST = 20;
  private static final int ENTRIES_AN_INDEX = 30;
  private static final List<String> LANGUAGES = List.of("en", "uk", "ar");

  /** What a page is. */
  private enum Sort {
    HOME,
    LIST,
    ADVERT,
    GOODS,
    NEWS,
    THREAD,
    PERSON,
    SUBJECT,
    INDEX
  }

  private final DirectorySpec spec;
  private final Draw draw;
  private final List<Sort> sorts = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<List<Integer>> targets = new ArrayList<>();
  private final Map<Sort, List<String>> words = new LinkedHashMap<>();
  private final List<String> common;
  private final List<DirectoryPage> pages = new ArrayList<>();

  public DirectorySite(DirectorySpec spec) {
    this.spec = spec;
    this.draw = new Draw(spec.seed(), 0);
    common = coin(120);
    for (Sort sort : Sort.values()) {
      words.put(sort, coin(30));
    }
    build();
    for (int page = 0; page < sorts.size(); page++) {
      List<DirectoryPage.Link> links = new ArrayList<>();
      for (int target : targets.get(page)) {
        links.add(new DirectoryPage.Link(target, anchor(sorts.get(target))));
      }
      pages.add(new DirectoryPage(paths.get(page), sorts.get(page) == Sort.ADVERT, links));
    }
  }

  /** Returns all pages; the first is the front page. */
  public List<DirectoryPage> pages() {
    return Collections.unmodifiableList(pages);
  }

  private void build() {
    int n = spec.pages();
    page(Sort.HOME, "/");
    List<Integer> adverts = many(Sort.ADVERT, n * 5 / 100);
    List<Integer> goods = many(Sort.GOODS, n * 10 / 100);
    List<Integer> news = many(Sort.NEWS, n * 27 / 100);
    List<Integer> threads = many(Sort.THREAD, n * 24 / 100);
    List<Integer> people = many(Sort.PERSON, n * 26 / 100);
    List<Integer> subjects = many(Sort.SUBJECT, n * 4 / 100);
    List<Integer> items = new ArrayList<>(adverts);
    items.addAll(goods);
    List<Integer> menu = new ArrayList<>(List.of(0));
    menu.addAll(indexes(news, "/news"));
    menu.addAll(indexes(threads, "/forum"));
    menu.addAll(indexes(people, "/people"));
    menu.addAll(rubrics(adverts, goods, people, subjects));
    link(news, List.of(new Draws(news, 6), new Draws(subjects, 2), new Draws(people, 2)), items, 5);
    link(threads, List.of(new Draws(people, 7), new Draws(threads, 4)), items, 6);
    link(people, List.of(new Draws(threads, 4), new Draws(people, 3)), items, 4);
    link(
        subjects,
        List.of(new Draws(news, 8), new Draws(threads, 5), new Draws(items, 2)),
        items,
        3);
    link(items, List.of(new Draws(people, 1), new Draws(subjects, 2)), items, 3);
    targets.forEach(links -> links.addAll(menu));
  }

  /** So many links to pages drawn from some. */
  private record Draws(List<Integer> from, int number) {}

  private void link(List<Integer> pages, List<Draws> to, List<Integer> items, int itemOnceIn) {
    for (int page : pages) {
      for (Draws draws : to) {
        for (int i = 0; i < draws.number(); i++) {
          targets.get(page).add(draw.from(draws.from()));
        }
      }
      if (draw.onceIn(itemOnceIn)) {
        targets.get(page).add(draw.from(items));
      }
    }
  }

  /** Makes pages that list some by turns; returns the first of them. */
  private List<Integer> indexes(List<Integer> entries, String path) {
    List<Integer> made = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += ENTRIES_AN_INDEX) {
      int index = page(Sort.INDEX, made.isEmpty() ? path : path + "?page=" + (made.size() + 1));
      targets
          .get(index)
          .addAll(entries.subList(from, Math.min(entries.size(), from + ENTRIES_AN_INDEX)));
      if (!made.isEmpty()) {
        targets.get(made.getLast()).add(index);
      }
      made.add(index);
    }
    return made.subList(0, 1);
  }

  /** Makes the rubrics with their lists of items; returns the first list of each. */
  private List<Integer> rubrics(
      List<Integer> adverts, List<Integer> goods, List<Integer> people, List<Integer> subjects) {
    List<List<Integer>> rubrics = new ArrayList<>();
    for (int i = 0; i < RUBRICS; i++) {
      rubrics.add(new ArrayList<>());
    }
    adverts.forEach(advert -> rubrics.get(rubric(draw.below(100) < 90)).add(advert));
    goods.forEach(item -> rubrics.get(rubric(draw.below(100) < 11)).add(item));
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < RUBRICS; i++) {
      List<Integer> items = shuffled(rubrics.get(i));
      int before = -1;
      for (int from = 0; from < items.size(); from += ITEMS_A_LIST) {
        int number = from / ITEMS_A_LIST + 1;
        int list = page(Sort.LIST, "/r/" + (i + 1) + (number == 1 ? "" : "?page=" + number));
        targets.get(list).addAll(items.subList(from, Math.min(items.size(), from + ITEMS_A_LIST)));
        targets.get(list).add(draw.from(people));
        targets.get(list).add(draw.from(subjects));
        if (before >= 0) {
          targets.get(before).add(list);
        } else {
          firsts.add(list);
        }
        before = list;
      }
    }
    return firsts;
  }

  /** Every fourth rubric is one of adverts. */
  private int rubric(boolean ofAdverts) {
    int group = draw.below(RUBRICS / 4);
    return 4 * group + (ofAdverts ? 3 : draw.below(3));
  }

  private List<Integer> shuffled(List<Integer> items) {
    List<Integer> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, draw.below(i + 1));
    }
    return shuffled;
  }

  private List<Integer> many(Sort sort, int number) {
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      made.add(page(sort, path(sort, i)));
    }
    return made;
  }

  private String path(Sort sort, int number) {
    return switch (sort) {
      // Numbered alike, so that the number tells nothing.
      case ADVERT -> "/item/" + (100_000 + 3 * number + draw.below(2));
      case GOODS -> "/item/" + (100_002 + 3 * number);
      case NEWS -> "/news/" + draw.between(2019, 2026) + "/" + slug() + "-" + number;
      case THREAD -> "/t/" + slug() + "/" + number;
      case PERSON -> "/u/" + slug() + number;
      case SUBJECT -> "/s/" + slug() + "-" + number;
      default -> throw new IllegalArgumentException("pages of this sort have paths of their own");
    };
  }

  private String slug() {
    return CoinedName.draw("en", draw).toLowerCase(Locale.ROOT);
  }

  private int page(Sort sort, String path) {
    sorts.add(sort);
    int number = paths.size();
    paths.add(
        spec.plainAddresses() || number == 0 ? path : "/p/" + (7_919 * number + draw.below(7_919)));
    targets.add(new ArrayList<>());
    return number;
  }

  private String anchor(Sort sort) {
    int dice = draw.below(100);
    if (spec.anchorSignal() == 0 || dice >= 50 + spec.anchorSignal() / 2) {
      return draw.onceIn(3) ? "" : draw.from(common) + " " + draw.from(common);
    }
    Sort said = dice < spec.anchorSignal() ? sort : draw.from(List.of(Sort.values()));
    List<String> own = words.getOrDefault(said, common);
    return draw.from(common) + " " + draw.from(own) + " " + draw.from(common);
  }

  private List<String> coin(int number) {
    List<String> coined = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      coined.add(CoinedName.draw(LANGUAGES.get(i % LANGUAGES.size()), draw));
    }
    return coined;
  }
}
