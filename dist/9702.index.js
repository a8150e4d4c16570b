export const id = 9702;
export const ids = [9702];
export const modules = {

/***/ 39702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** The package's version; the build writes it here, so that no file has to be found at run time. */
const VERSION = "0.1.0";


/***/ })

};
