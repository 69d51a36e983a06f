/** Pages that show several features at once. */
package wasl.site.web;
