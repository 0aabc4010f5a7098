package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.PartLabels;
import org.vigie.capture.extract.markup.TextBlock;

/** The headings of a table's columns; one that stands above several counts for each. */
final class TableHead {
  /** Words that a heading has at most where it isn't marked as one. */
  private static final int MAX_HEADING = 3;

  /** Words above the column that says what each row is about. */
  private static final Set<String> TITLES =
      Set.of(
          ("title|job title|position|job|vacancy|notice|subject|advert|ad|titel|stelle|betreff|titre|poste|intitulé|emploi"
                  + "|annonce|título|puesto|cargo|empleo|asunto|anuncio|titolo|posizione|mansione|annuncio|vaga|função"
                  + "|anúncio|functie|onderwerp|stanowisko|tytuł|ogłoszenie|název|pozice|inzerát|názov|pozícia|cím"
                  + "|munkakör|hirdetés|titlu|funcție|anunț|naslov|radno mjesto|pozicija|oglas|должность|вакансия"
                  + "|название|заголовок|объявление|посада|вакансія|назва|длъжност|заглавие|обява|θέση|τίτλος|αγγελία"
                  + "|başlık|pozisyon|ilan|الوظيفة|العنوان|المسمى الوظيفي|الإعلان|תפקיד|כותרת|عنوان|شغل|पद|शीर्षक|পদ"
                  + "|শিরোনাম|ตำแหน่ง|หัวข้อ|vị trí|tiêu đề|chức danh|jabatan|posisi|judul|职位|标题|岗位|職缺|職種|タイトル"
                  + "|직종|제목|პოზიცია|დასახელება|պաշտոն|tehtävä|ilmoitus|annons|stilling|rubrik|amet|pareigos|amats")
              .split("\\|"));

  private TableHead() {}

  /**
   * Returns what the heading of its column says that each cell of a table tells; cells of which
   * nothing is said are missing. A cell of several columns counts for its first.
   */
  static Map<Element, Part> parts(Element table) {
    Map<Element, Part> parts = new IdentityHashMap<>();
    List<@Nullable Part> heads = new ArrayList<>();
    Set<Element> seen = new HashSet<>();
    List<List<Element>> grid = TableGrid.of(table).rows();
    // What doesn't look like a head may be one whose columns aren't all called something.
    List<List<Element>> head = grid.subList(0, Math.min(grid.size(), Math.max(1, rows(grid, 2))));
    head.forEach(seen::addAll);
    if (!head.isEmpty()) {
      head.getLast().forEach(cell -> heads.add(PartLabels.of(cell.text())));
    }
    for (List<Element> row : grid.subList(head.size(), grid.size())) {
      for (int i = 0; i < Math.min(row.size(), heads.size()); i++) {
        Part part = heads.get(i);
        if (seen.add(row.get(i)) && part != null) {
          parts.put(row.get(i), part);
        }
      }
    }
    return parts;
  }

  /** Returns whether a heading stands above what each row is about. */
  static boolean isTitle(String heading) {
    return TITLES.contains(heading.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns how many rows of a table are its head: what is one cell alone is its caption, headings
   * may stand in two rows, and old pages mark them by colour alone.
   *
   * @return 0 if it has none
   */
  static int rows(List<List<Element>> rows, int minColumns) {
    int at = 0;
    while (at < rows.size() && new HashSet<>(rows.get(at)).size() < minColumns) {
      at++;
    }
    if (at == rows.size() || !isHead(rows.get(at))) {
      return 0;
    }
    boolean second =
        at + 1 < rows.size()
            && rows.get(at + 1).size() == rows.get(at).size()
            && rows.get(at + 1).stream().allMatch(cell -> cell.normalName().equals("th"));
    return second ? at + 2 : at + 1;
  }

  private static boolean isHead(List<Element> row) {
    if (row.stream().allMatch(cell -> cell.normalName().equals("th"))) {
      return true;
    }
    return row.stream()
        .distinct()
        .map(cell -> cell.text().strip())
        .allMatch(said ->
            !said.isEmpty()
                && TextBlock.words(said) <= MAX_HEADING
                && said.chars().noneMatch(Character::isDigit));
  }
}
