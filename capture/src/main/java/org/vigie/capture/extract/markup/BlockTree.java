package org.vigie.capture.extract.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Some blocks of a page with the elements they stand in, up to a root.
 *
 * <p>Whatever is asked takes time in proportion to the number of elements: walking from each block
 * up to the root would take that times the depth.
 */
public final class BlockTree {
  private static final int ROOT = -1;

  private final Element root;
  private final List<TextBlock> blocks;

  /** Elements in the order in which a walk up from each block first meets them. */
  private final List<Element> elements = new ArrayList<>();

  private final Map<Element, Integer> places = new IdentityHashMap<>();
  private final int[] outer;
  private final int[] holders;

  /** The elements, each after the one it stands in. */
  private final int[] downwards;

  /**
   * @param root what holds all of the blocks; not itself among the elements
   */
  public BlockTree(Element root, List<TextBlock> blocks) {
    this.root = root;
    this.blocks = blocks;
    List<Integer> starts = new ArrayList<>();
    for (TextBlock block : blocks) {
      starts.add(elements.size());
      Element e = block.parent();
      while (e != null && e != root && places.putIfAbsent(e, elements.size()) == null) {
        elements.add(e);
        e = e.parent();
      }
    }
    outer = new int[elements.size()];
    for (int i = 0; i < outer.length; i++) {
      outer[i] = place(elements.get(i).parent());
    }
    holders = new int[blocks.size()];
    downwards = new int[elements.size()];
    for (int i = 0, n = 0; i < holders.length; i++) {
      holders[i] = place(blocks.get(i).parent());
      int end = i + 1 < holders.length ? starts.get(i + 1) : elements.size();
      for (int e = end - 1; e >= starts.get(i); e--) {
        downwards[n++] = e;
      }
    }
  }

  private int place(@Nullable Element element) {
    return element == null ? ROOT : places.getOrDefault(element, ROOT);
  }

  /** Returns the tree of the blocks that stand in none of some elements. */
  public BlockTree without(Collection<Element> leftOut) {
    if (leftOut.isEmpty()) {
      return this;
    }
    Set<Element> out = Collections.newSetFromMap(new IdentityHashMap<>());
    out.addAll(leftOut);
    List<TextBlock> kept = new ArrayList<>();
    for (TextBlock block : blocks) {
      if (!isIn(block, out)) {
        kept.add(block);
      }
    }
    return new BlockTree(root, kept);
  }

  private boolean isIn(TextBlock block, Set<Element> elements) {
    for (Element e = block.parent(); e != null && e != root; e = e.parent()) {
      if (elements.contains(e)) {
        return true;
      }
    }
    return false;
  }

  public Element root() {
    return root;
  }

  public List<TextBlock> blocks() {
    return blocks;
  }

  public List<Element> elements() {
    return elements;
  }

  /** Returns, for each element, the sum of what the blocks in it are worth. */
  public long[] sums(ToLongFunction<TextBlock> worth) {
    long[] sums = new long[outer.length];
    for (int i = 0; i < holders.length; i++) {
      if (holders[i] != ROOT) {
        sums[holders[i]] += worth.applyAsLong(blocks.get(i));
      }
    }
    for (int i = downwards.length - 1; i >= 0; i--) {
      int element = downwards[i];
      if (outer[element] != ROOT) {
        sums[outer[element]] += sums[element];
      }
    }
    return sums;
  }

  /** Returns, for each element, the first block in it. */
  public Map<Element, TextBlock> firstBlocks() {
    Map<Element, TextBlock> first = new IdentityHashMap<>();
    for (TextBlock block : blocks) {
      Element e = block.parent();
      while (e != null && e != root && first.putIfAbsent(e, block) == null) {
        e = e.parent();
      }
    }
    return first;
  }

  /**
   * Returns the element with the largest sum, of several the first met, or null if there is none.
   */
  public @Nullable Element largest(long[] sums, double least, Predicate<Element> wanted) {
    int largest = ROOT;
    for (int i = 0; i < sums.length; i++) {
      boolean larger = largest == ROOT ? sums[i] >= least : sums[i] > sums[largest];
      if (larger && wanted.test(elements.get(i))) {
        largest = i;
      }
    }
    return largest == ROOT ? null : elements.get(largest);
  }

  /** Returns the blocks within an element. */
  public BlockTree within(Element ancestor) {
    if (ancestor == root) {
      return this;
    }
    int wanted = place(ancestor);
    boolean[] inside = new boolean[outer.length];
    for (int element : downwards) {
      inside[element] = element == wanted || (outer[element] != ROOT && inside[outer[element]]);
    }
    List<TextBlock> kept = new ArrayList<>();
    for (int i = 0; i < holders.length; i++) {
      if (holders[i] != ROOT && inside[holders[i]]) {
        kept.add(blocks.get(i));
      }
    }
    return new BlockTree(root, kept);
  }

  /** Returns the number of words. */
  public int words() {
    return blocks.stream().mapToInt(TextBlock::words).sum();
  }
}
