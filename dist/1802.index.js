export const id = 1802;
export const ids = [1802];
export const modules = {

/***/ 31802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** The package's version; the build writes it here, so that no file has to be found at run time. */
const VERSION = "0.1.0";


/***/ })

};
