package org.vigie.capture.extract.content;

import java.util.List;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

/** Tells goods of a shop from what a person offers, by what shops usually declare. */
public final class ShopGoods {
  private static final List<String> KINDS = List.of("Product", "ProductGroup");

  /** Properties of schema.org. */
  private static final List<String> MARKS =
      List.of(
          "brand",
          "manufacturer",
          "gtin",
          "gtin8",
          "gtin12",
          "gtin13",
          "gtin14",
          "mpn",
          "isbn",
          "aggregateRating",
          "review",
          "hasMerchantReturnPolicy",
          "shippingDetails");

  /** What is put into a cart is sold by a shop, or on a market of many sellers. */
  private static final Evaluator CART =
      Selector.evaluatorOf(
          "form[action*=/cart], [name=add-to-cart], [class*=add-to-cart], [class*=addtocart],"
              + " [id*=add-to-cart], [id*=addtocart]");

  private ShopGoods() {}

  /** Returns whether an item is a product that declares what shops usually do. */
  public static boolean is(Item item) {
    Item offer = item.item("offers");
    return KINDS.stream().anyMatch(item::is)
        && MARKS.stream().anyMatch(mark -> item.has(mark) || (offer != null && offer.has(mark)));
  }

  /** Returns whether an item is a product, on a page that sells it as shops and markets do. */
  public static boolean isInCart(Page page, Item item) {
    return KINDS.stream().anyMatch(item::is) && page.document().selectFirst(CART) != null;
  }

  /** Returns whether a page declares any. */
  public static boolean areOn(Payload payload) {
    return payload.jsonLd().stream().anyMatch(ShopGoods::is)
        || payload.microdata().stream().anyMatch(ShopGoods::is);
  }
}
