package org.vigie.capture.extract.content;

import java.util.ArrayList;
import java.util.List;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * The blocks of a page about one thing for sale that say something of it: from its title on,
 * without {@link PageChrome} and without lines that tell a reader nothing.
 */
final class ProductBlocks {
  /** A title with less of the page's text after it is that of something else. */
  private static final double MIN_SHARE_BELOW_TITLE = 0.3;

  /** Sizes to choose from, prices and counts have fewer. */
  private static final int MIN_LETTERS = 2;

  private ProductBlocks() {}

  static List<TextBlock> of(Page page) {
    List<TextBlock> blocks = belowTitle(page.blocksOfProduct());
    List<TextBlock> kept = new ArrayList<>();
    for (TextBlock block : PageChrome.leftOut(new BlockTree(page.document().body(), blocks))) {
      if (hasLetters(block.text()) && !isForPrograms(block.text())) {
        kept.add(block);
      }
    }
    return kept;
  }

  /** Cuts what stands above the first heading of the first rank: the shop's own head. */
  private static List<TextBlock> belowTitle(List<TextBlock> blocks) {
    int all = blocks.stream().mapToInt(TextBlock::words).sum();
    int below = all;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).rank() == 1) {
        return below >= MIN_SHARE_BELOW_TITLE * all ? blocks.subList(i, blocks.size()) : blocks;
      }
      below -= blocks.get(i).words();
    }
    return blocks;
  }

  private static boolean hasLetters(String text) {
    return text.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count() == MIN_LETTERS;
  }

  /** Returns whether a line is an address, or begins with a name that has an underscore in it. */
  private static boolean isForPrograms(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    return first.indexOf('_') > 0 || (space < 0 && text.contains("://"));
  }
}
